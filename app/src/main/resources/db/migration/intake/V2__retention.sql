-- What the retention rule still has to empty, oldest first.
create index signal_personal on intake.signal (received_at)
  where callback_number is not null or caller_name is not null or message is not null or external_ref is not null
     or draft <> '{}';
