create schema if not exists intake;

create table intake.signal (
  id              uuid primary key,
  number          text not null unique,
  channel         text not null,
  state           text not null check (state in ('RINGING', 'TAKING', 'ACCEPTED', 'NUISANCE', 'ABANDONED')),
  callback_number text,
  caller_name     text,
  message         text,
  external_ref    text,
  received_at     timestamptz not null,
  answered_at     timestamptz,
  taken_by_id     text,
  taken_by_name   text,
  ended_at        timestamptz,
  rejected_for    text,
  draft           jsonb not null,
  matter_id       uuid,
  agency_id       uuid not null,
  exercise_id     uuid,
  submitted_by    text not null,
  version         bigint not null default 1,
  updated_at      timestamptz not null,
  updated_by      text not null,
  check ((state = 'ACCEPTED') = (matter_id is not null)),
  check (state = 'RINGING' or answered_at is not null or state = 'ABANDONED')
);
comment on table intake.signal is 'everything that arrives before anyone has judged it; one row per call, message, form or alert';
comment on column intake.signal.callback_number is 'personal data: digits only, masked on every screen that need not call back';

create index signal_open on intake.signal (id) where state in ('RINGING', 'TAKING');
create index signal_agency on intake.signal (agency_id, id);
create index signal_matter on intake.signal (matter_id, received_at) where matter_id is not null;
