create schema if not exists foundation;

-- One row that every change locks for the length of its commit: numbers are gap-free and in the order of commits.
create table foundation.ledger_head (
  one boolean primary key default true check (one),
  audit_seq bigint not null,
  live_seq bigint not null
);
insert into foundation.ledger_head (audit_seq, live_seq) values (0, 0);

create table foundation.audit_entry (
  seq bigint primary key,
  at timestamptz not null,
  entered_at timestamptz not null default clock_timestamp(),
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  agency_id uuid,
  action text not null,
  matter_id uuid,
  subject text,
  why text,
  origin text not null,
  exercise_id uuid,
  detail jsonb not null,
  canonical bytea not null
);
comment on table foundation.audit_entry is 'append-only: who did what, on which matter, why, from where';
create index audit_entry_by_matter on foundation.audit_entry (matter_id, seq) where matter_id is not null;
create index audit_entry_by_actor on foundation.audit_entry (actor_id, seq);
create index audit_entry_by_action on foundation.audit_entry (action, seq);

-- The grants already keep the application out; the trigger also stops the owner's slips.
create function foundation.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_entry_append_only before update or delete on foundation.audit_entry
  for each row execute function foundation.refuse_change();
create trigger audit_entry_no_truncate before truncate on foundation.audit_entry
  for each statement execute function foundation.refuse_change();

create table foundation.live_entry (
  seq bigint primary key,
  at timestamptz not null,
  written_at timestamptz not null default clock_timestamp(),
  topic text not null,
  entity_id uuid not null,
  version bigint not null,
  agencies uuid[] not null,
  body text not null
);

create table foundation.once (
  actor text not null,
  what text not null,
  key text not null,
  request_hash text not null,
  answer text,
  at timestamptz not null default clock_timestamp(),
  primary key (actor, what, key)
);
create index once_by_age on foundation.once (at);

create table foundation.number_series (
  series text not null,
  day date not null,
  last int not null,
  primary key (series, day)
);

-- Spring Modulith's registry of events between rooms.
create table foundation.event_publication (
  id uuid not null primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamptz not null,
  completion_date timestamptz,
  status text,
  completion_attempts int,
  last_resubmission_date timestamptz
);
create index event_publication_by_hash on foundation.event_publication using hash (serialized_event);
create index event_publication_by_completion_date on foundation.event_publication (completion_date);
