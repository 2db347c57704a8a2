create schema if not exists figures;

-- Facts as the rooms told them, never changed: a figure as of an instant counts what had been entered by then.
create table figures.call_fact (
  signal_id uuid not null,
  kind text not null,
  occurred_at timestamptz not null,
  entered_at timestamptz not null,
  exercise_id uuid,
  agency_id uuid not null,
  channel text,
  number text,
  matter_id uuid,
  outcome text,
  primary key (signal_id, kind, occurred_at)
);
comment on table figures.call_fact is 'append-only: what happened to each call';
create index call_fact_received on figures.call_fact (occurred_at) where kind = 'RECEIVED';

create table figures.incident_fact (
  matter_id uuid not null,
  version bigint not null,
  kind text not null,
  occurred_at timestamptz not null,
  entered_at timestamptz not null,
  exercise_id uuid,
  agency_id uuid not null,
  number text,
  received_at timestamptz,
  type_code text,
  help boolean,
  priority int,
  merged_into uuid,
  nuisance boolean,
  closed boolean,
  disposition_code text,
  primary key (matter_id, version, kind)
);
comment on table figures.incident_fact is 'append-only: what happened to each incident';
create index incident_fact_received on figures.incident_fact (received_at) where kind = 'CREATED';

create table figures.assignment_fact (
  assignment_id uuid not null,
  step text not null,
  matter_id uuid not null,
  unit_id uuid not null,
  unit_type_code text not null,
  agency_id uuid not null,
  exercise_id uuid,
  occurred_at timestamptz not null,
  entered_at timestamptz not null,
  primary key (assignment_id, step)
);
comment on table figures.assignment_fact is 'append-only: each step of each order to a unit';
create index assignment_fact_dispatched on figures.assignment_fact (matter_id) where step = 'DISPATCHED';
