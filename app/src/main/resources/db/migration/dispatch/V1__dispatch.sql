create schema if not exists dispatch;

-- A unit is the lock of everything about itself: whoever changes it or one of its assignments
-- first locks this row (several: in id order). `revision` grows with every such change, so that a
-- copy in memory or on a screen knows which of two pictures is newer; `edited_revision` is the
-- revision of the last edit by hand, which is what an editor must have seen.
create table dispatch.unit (
  id uuid primary key,
  call_sign text not null,
  type_code text not null,
  agency_id uuid not null,
  home_lat double precision,
  home_lon double precision,
  crew jsonb not null default '[]',
  shift jsonb,
  out_reason text,
  out_since timestamptz,
  out_until timestamptz,
  exercise_id uuid,
  revision bigint not null default 1,
  edited_revision bigint not null default 1,
  edited_by text,
  edited_at timestamptz,
  check ((home_lat is null) = (home_lon is null)),
  check ((out_reason is null) = (out_since is null)),
  unique nulls not distinct (agency_id, call_sign, exercise_id)
);

create table dispatch.unit_device (
  device text primary key,
  unit_id uuid not null references dispatch.unit,
  paired_at timestamptz not null,
  paired_by text not null
);
create index on dispatch.unit_device (unit_id);

-- One unit on one incident. The instants are those reported; null means not reported.
-- Number, type, priority and agency of the incident are copies for timers, boards and diversion.
create table dispatch.assignment (
  id uuid primary key,
  matter_id uuid not null,
  ordered_for uuid not null,
  unit_id uuid not null references dispatch.unit,
  incident_number text not null,
  type_code text not null,
  priority smallint not null,
  incident_agency_id uuid not null,
  unit_agency_id uuid not null,
  call_sign text not null,
  unit_type_code text not null,
  status text not null,
  dispatched_at timestamptz not null,
  acknowledged_at timestamptz,
  departed_at timestamptz,
  arrived_at timestamptz,
  transport_at timestamptz,
  destination_at timestamptz,
  fed_back_at timestamptz,
  cleared_at timestamptz,
  checked_in_at timestamptz,
  expected_seconds integer,
  feedback text,
  feedback_disposition text,
  ordered_by text not null,
  ordered_by_name text not null,
  order_reason text,
  end_reason text,
  late boolean not null default false,
  exercise_id uuid,
  version bigint not null default 1
);
comment on column dispatch.assignment.ordered_for is
  'the incident it was ordered for; matter_id is the one that carries it now (after a merge)';
create index assignment_active on dispatch.assignment (unit_id)
  where status not in ('CLEARED', 'CANCELLED');
create index assignment_matter on dispatch.assignment (matter_id);
create index assignment_ordered_for on dispatch.assignment (ordered_for);

-- No two active assignments of one unit on one incident, whatever the program does.
create unique index assignment_once on dispatch.assignment (unit_id, matter_id)
  where status not in ('CLEARED', 'CANCELLED');

create table dispatch.assignment_fact (
  id uuid primary key,
  assignment_id uuid not null references dispatch.assignment,
  step text not null,
  occurred_at timestamptz not null,
  entered_at timestamptz not null,
  by_id text not null,
  by_name text not null,
  note text
);
comment on table dispatch.assignment_fact is
  'append-only: every step of an assignment with when it happened, when it was told and by whom';
create index on dispatch.assignment_fact (assignment_id);

-- What must be done by when. level 0: nobody told yet; n: told to the n-th agency upwards.
-- due_at null: told to the top. A row settled before it ever fired is deleted.
create table dispatch.timer (
  id uuid primary key,
  kind text not null,
  subject_id uuid not null,
  thing_id uuid,
  assignment_id uuid,
  matter_id uuid,
  incident_number text,
  about text not null,
  agency_id uuid not null,
  base_agency_id uuid not null,
  watchers uuid[] not null,
  since timestamptz not null,
  due_at timestamptz,
  escalate_seconds integer not null,
  level smallint not null default 0,
  settled_at timestamptz,
  exercise_id uuid,
  version bigint not null default 1
);
create index timer_due on dispatch.timer (due_at) where settled_at is null and due_at is not null;
create index timer_assignment on dispatch.timer (assignment_id) where settled_at is null;
create index timer_matter on dispatch.timer (matter_id) where settled_at is null;
create index timer_open on dispatch.timer (since) where settled_at is null and level > 0;
create unique index timer_once on dispatch.timer (kind, subject_id) where settled_at is null;

create table dispatch.unit_position (
  unit_id uuid primary key references dispatch.unit,
  lat double precision not null,
  lon double precision not null,
  course real,
  speed real,
  at timestamptz not null,
  received_at timestamptz not null
);
create index on dispatch.unit_position (received_at);

create table dispatch.position_trail (
  unit_id uuid not null,
  at timestamptz not null,
  lat double precision not null,
  lon double precision not null,
  course real,
  speed real,
  primary key (unit_id, at)
);
create index position_trail_at on dispatch.position_trail using brin (at);

create table dispatch.instruction (
  id uuid primary key,
  number text not null,
  root_id uuid not null,
  parent_id uuid references dispatch.instruction,
  from_agency_id uuid not null,
  text text not null,
  matter_id uuid,
  source_ref text,
  due_at timestamptz not null,
  feedback_required boolean not null,
  issued_at timestamptz not null,
  issued_by text not null,
  exercise_id uuid,
  version bigint not null default 1
);
create index on dispatch.instruction (root_id);
create index on dispatch.instruction (from_agency_id, issued_at);
create index on dispatch.instruction (matter_id) where matter_id is not null;

create table dispatch.instruction_addressee (
  id uuid primary key,
  instruction_id uuid not null references dispatch.instruction,
  agency_id uuid not null,
  received_at timestamptz,
  received_by text,
  completed_at timestamptz,
  completed_by text,
  result text,
  despite_open text,
  unique (instruction_id, agency_id)
);
create index on dispatch.instruction_addressee (agency_id);

create table dispatch.whistle (
  id uuid primary key,
  number text not null,
  matter_id uuid,
  from_agency_id uuid not null,
  specialty text not null,
  text text not null,
  place_label text,
  lat double precision,
  lon double precision,
  addressed_agency_id uuid not null,
  state text not null,
  blown_at timestamptz not null,
  blown_by text not null,
  answered_at timestamptz,
  answered_by text,
  answer_reason text,
  exercise_id uuid,
  version bigint not null default 1
);
create index on dispatch.whistle (state, blown_at);

create table dispatch.whistle_step (
  id uuid primary key,
  whistle_id uuid not null references dispatch.whistle,
  kind text not null,
  agency_id uuid not null,
  at timestamptz not null,
  by_name text not null,
  note text
);
comment on table dispatch.whistle_step is 'append-only: whom a whistle was addressed to and what they said';
create index on dispatch.whistle_step (whistle_id);

create table dispatch.whistle_assignment (
  whistle_id uuid not null references dispatch.whistle,
  assignment_id uuid not null references dispatch.assignment,
  primary key (whistle_id, assignment_id)
);
