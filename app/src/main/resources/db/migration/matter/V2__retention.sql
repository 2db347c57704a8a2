create index call_personal on matter.call (received_at) where callback_masked is not null;
