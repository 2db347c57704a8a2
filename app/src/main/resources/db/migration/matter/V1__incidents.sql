create schema if not exists matter;

create table matter.matter (
  id               uuid primary key,
  number           text not null unique,
  type_code        text not null,
  priority         smallint not null check (priority between 1 and 4),
  state            text not null check (state in ('CREATED', 'DISPATCHED', 'ON_SCENE', 'FED_BACK', 'CLOSED', 'MERGED')),
  agency_id        uuid not null,
  nuisance         boolean not null default false,
  address_text     text not null,
  place_label      text,
  lat              double precision check (lat between -90 and 90),
  lon              double precision check (lon between -180 and 180),
  address_id       uuid,
  precinct_id      uuid,
  precinct_code    text,
  precinct_name    text,
  precinct_agency  uuid,
  narrative        text not null,
  answers          jsonb not null,
  -- The earliest of the stamps, kept here so that a board row is one read; the stamps are the truth.
  received_at      timestamptz,
  created_at       timestamptz not null,
  dispatched_at    timestamptz,
  acknowledged_at  timestamptz,
  departed_at      timestamptz,
  arrived_at       timestamptz,
  fed_back_at      timestamptz,
  closed_at        timestamptz,
  disposition_code text,
  disposition_note text,
  merged_into      uuid references matter.matter (id),
  -- Where the chain of merges ends; its own id for an incident that stands for itself.
  root_id          uuid not null references matter.matter (id),
  -- Raised by each re-opening: only the units of the current round decide the state.
  round            integer not null default 1,
  words            text[] not null,
  search           tsvector not null generated always as (array_to_tsvector(words)) stored,
  exercise_id      uuid,
  version          bigint not null default 1,
  -- The version made by the last edit of a person; units' reports do not make edits stale.
  edited_version   bigint not null default 1,
  edited_by        text not null,
  edited_at        timestamptz not null,
  updated_at       timestamptz not null,
  check ((lat is null) = (lon is null)),
  check ((state = 'MERGED') = (merged_into is not null)),
  check ((merged_into is null) = (root_id = id)),
  check (state <> 'CLOSED' or (closed_at is not null and disposition_code is not null))
);
comment on table matter.matter is 'incidents: what happened out there; many calls, one incident';

create index matter_open on matter.matter (id) where state not in ('CLOSED', 'MERGED');
create index matter_agency on matter.matter (agency_id, id);
create index matter_root on matter.matter (root_id);
create index matter_created on matter.matter (created_at);
create index matter_search on matter.matter using gin (search);
create index matter_point on matter.matter using gist (point(lon, lat)) where lat is not null;
create index matter_address on matter.matter (lower(address_text), created_at);

create table matter.involved_agency (
  matter_id uuid not null references matter.matter (id),
  agency_id uuid not null,
  reason    text not null check (reason in ('OWNER', 'FORMER_OWNER', 'UNIT', 'HANDOVER')),
  primary key (matter_id, agency_id, reason)
);
comment on table matter.involved_agency is 'which agencies may see an incident, and why';
create index involved_agency_agency on matter.involved_agency (agency_id, matter_id);

create table matter.call (
  signal_id       uuid primary key,
  matter_id       uuid not null references matter.matter (id),
  number          text not null,
  channel         text not null,
  callback_masked text,
  received_at     timestamptz not null,
  joined_at       timestamptz not null
);
comment on table matter.call is 'which callers reported an incident; the signal itself is in intake';
create index call_matter on matter.call (matter_id);

create table matter.task (
  assignment_id   uuid primary key,
  matter_id       uuid not null references matter.matter (id),
  unit_id         uuid not null,
  call_sign       text not null,
  agency_id       uuid not null,
  round           integer not null,
  dispatched_at   timestamptz not null,
  acknowledged_at timestamptz,
  departed_at     timestamptz,
  arrived_at      timestamptz,
  transport_at    timestamptz,
  destination_at  timestamptz,
  fed_back_at     timestamptz,
  cleared_at      timestamptz,
  withdrawn_at    timestamptz
);
comment on table matter.task is 'what the work rooms told about the units on an incident';
create index task_matter on matter.task (matter_id);

create table matter.stamp (
  matter_id   uuid not null references matter.matter (id),
  step        text not null,
  source_id   uuid not null,
  occurred_at timestamptz not null,
  entered_at  timestamptz not null,
  entered_by  text not null,
  primary key (matter_id, step, source_id),
  check (occurred_at <= entered_at)
);
comment on table matter.stamp is 'append-only: each step of each unit is stamped once, with when it happened and when it was told';

create table matter.overdue (
  matter_id uuid not null references matter.matter (id),
  alert_id  text not null,
  step      text not null,
  since     timestamptz not null,
  settled   boolean not null,
  primary key (matter_id, alert_id)
);
comment on table matter.overdue is 'steps that should have been done, as the work rooms told';

create table matter.handover (
  id            uuid primary key,
  matter_id     uuid not null references matter.matter (id),
  from_agency   uuid not null,
  to_agency     uuid not null,
  reason        text not null,
  offered_at    timestamptz not null,
  offered_by    text not null,
  state         text not null check (state in ('OFFERED', 'ACCEPTED', 'DECLINED')),
  answered_at   timestamptz,
  answered_by   text,
  answer_reason text
);
comment on table matter.handover is 'offers of an incident to another agency and their answers';
create unique index handover_pending on matter.handover (matter_id) where state = 'OFFERED';
create index handover_matter on matter.handover (matter_id);

create table matter.classification (
  id         uuid primary key,
  matter_id  uuid not null references matter.matter (id),
  type_code  text not null,
  priority   smallint not null,
  set_at     timestamptz not null,
  set_by     text not null,
  reason     text
);
comment on table matter.classification is 'append-only: every type and priority an incident ever had';
create index classification_matter on matter.classification (matter_id);

create table matter.closing (
  id               uuid primary key,
  matter_id        uuid not null references matter.matter (id),
  closed_at        timestamptz not null,
  disposition_code text not null,
  note             text,
  nuisance         boolean not null,
  closed_by        text not null
);
comment on table matter.closing is 'append-only: every closing; a re-opened incident keeps its former ones';
create index closing_matter on matter.closing (matter_id);

create table matter.entry (
  seq        bigint generated always as identity primary key,
  matter_id  uuid not null references matter.matter (id),
  at         timestamptz not null,
  entered_at timestamptz not null,
  kind       text not null,
  by_id      text not null,
  by_name    text not null,
  text_zh    text not null,
  text_en    text not null,
  data       jsonb not null
);
comment on table matter.entry is 'append-only: the timeline of incidents';
create index entry_matter on matter.entry (matter_id, seq);
