-- The closed loop: matters of declared kinds, their clocks, proofs and timeline.

-- Every version of a declaration that was ever in use; matters finish on the one they began with.
create table matter.kind_version (
  kind       text not null,
  version    integer not null check (version > 0),
  source     text not null check (source in ('PACK', 'PROPOSAL')),
  yaml       text not null,
  entered_at timestamptz not null,
  entered_by text not null,
  primary key (kind, version)
);
comment on table matter.kind_version is 'declarations of matter kinds, version by version, as written';

-- The version that new matters of a kind begin with.
create table matter.kind (
  kind       text primary key,
  version    integer not null,
  -- Whether a person decided it: then a newer pack does not take its place by itself.
  decided    boolean not null default false,
  changed_at timestamptz not null,
  changed_by text not null,
  foreign key (kind, version) references matter.kind_version (kind, version)
);
comment on table matter.kind is 'which version of each kind is in use';

create table matter.kind_proposal (
  id             uuid primary key,
  kind           text not null,
  type           text not null check (type in ('CHANGE', 'ROLLBACK')),
  version        integer not null,
  base_version   integer,
  yaml           text not null,
  why            text not null,
  trial          jsonb not null,
  state          text not null check (state in ('PROPOSED', 'APPROVED', 'WITHDRAWN')),
  proposed_at    timestamptz not null,
  proposed_by_id text not null,
  proposed_by    text not null,
  answered_at    timestamptz,
  answered_by_id text,
  answered_by    text,
  note           text,
  check ((state = 'PROPOSED') = (answered_at is null)),
  check (state <> 'APPROVED' or answered_by_id <> proposed_by_id)
);
comment on table matter.kind_proposal is 'proposed changes of matter kinds, proved and tried, and who approved them';
create unique index kind_proposal_open on matter.kind_proposal (kind) where state = 'PROPOSED';

create table matter.loop_matter (
  id               uuid primary key,
  kind             text not null,
  kind_version     integer not null,
  number           text not null,
  title            text not null,
  state            text not null,
  open             boolean not null,
  agency_id        uuid not null,
  raised_agency_id uuid not null,
  handler_id       uuid,
  raised_at        timestamptz not null,
  raised_by_id     uuid,
  raised_by        text not null,
  closed_at        timestamptz,
  -- What is no personal data; that is in loop_personal.
  fields           jsonb not null,
  -- The next due instant among its running clocks, kept here so that an inbox is one index.
  due_at           timestamptz,
  due_clock        text,
  due_key          timestamptz not null generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored,
  words            text[] not null,
  search           tsvector not null generated always as (array_to_tsvector(words)) stored,
  exercise_id      uuid,
  version          bigint not null default 1,
  -- The version made by the last act of a person or default; warnings do not make an act stale.
  edited_version   bigint not null default 1,
  edited_by        text not null,
  edited_at        timestamptz not null,
  updated_at       timestamptz not null,
  foreign key (kind, kind_version) references matter.kind_version (kind, version),
  unique (number, kind),
  check (open = (closed_at is null))
);
comment on table matter.loop_matter is 'matters of declared kinds';
create index loop_matter_agency on matter.loop_matter (agency_id, due_key, id) where open;
create index loop_matter_agency_kind on matter.loop_matter (agency_id, kind, due_key, id) where open;
create index loop_matter_raised on matter.loop_matter (raised_agency_id, due_key, id) where open and raised_agency_id <> agency_id;
create index loop_matter_raiser on matter.loop_matter (raised_by_id, due_key, id) where open;
create index loop_matter_due on matter.loop_matter (due_key, id) where open;
create index loop_matter_kind on matter.loop_matter (kind, due_key, id) where open;
create index loop_matter_handler on matter.loop_matter (handler_id, due_key, id) where open and handler_id is not null;
create index loop_matter_closed on matter.loop_matter (kind, closed_at) where not open;
create index loop_matter_closed_agency on matter.loop_matter (agency_id, id) where not open;
create index loop_matter_exercise on matter.loop_matter (exercise_id) where exercise_id is not null;
-- Without the pending list: its emptying would make one write in some thousand slow.
create index loop_matter_search on matter.loop_matter using gin (search) with (fastupdate = off);

create table matter.loop_personal (
  matter_id uuid not null references matter.loop_matter (id),
  field     text not null,
  kind      text not null,
  value     jsonb not null,
  -- When its period of keeping began: the closing of the matter; null while it is open.
  since     timestamptz,
  primary key (matter_id, field)
);
comment on table matter.loop_personal is 'personal fields of matters, apart from the rest so that they can be emptied and are never searched';
create index loop_personal_since on matter.loop_personal (kind, field, since) where since is not null;

create table matter.loop_deed (
  seq        bigint generated always as identity primary key,
  matter_id  uuid not null references matter.loop_matter (id),
  transition text not null,
  from_state text,
  to_state   text not null,
  officer_id uuid,
  at         timestamptz not null
);
comment on table matter.loop_deed is 'append-only: who did which step; it decides who may do what later';
create index loop_deed_matter on matter.loop_deed (matter_id, seq);

create table matter.loop_clock (
  matter_id  uuid not null references matter.loop_matter (id),
  clock      text not null,
  status     text not null check (status in ('RUNNING', 'PAUSED', 'EXPIRED', 'MET', 'ENDED')),
  started_at timestamptz not null,
  due_at     timestamptz,
  warn_at    timestamptz,
  -- What the clock does next by itself, and when; null when nothing.
  fire_at    timestamptz,
  run        jsonb not null,
  primary key (matter_id, clock)
);
comment on table matter.loop_clock is 'the newest run of each clock of a matter, with its next firing';
create index loop_clock_fire on matter.loop_clock (fire_at) where fire_at is not null;

create table matter.loop_escalation (
  matter_id  uuid not null references matter.loop_matter (id),
  clock      text not null,
  level      integer not null,
  agency_id  uuid not null,
  at         timestamptz not null,
  settled_at timestamptz,
  primary key (matter_id, clock, level, at)
);
comment on table matter.loop_escalation is 'agencies told that a clock is overdue';
create index loop_escalation_agency on matter.loop_escalation (agency_id, matter_id) where settled_at is null;

create table matter.loop_proof (
  id           uuid primary key,
  -- Null until the matter is raised with it.
  matter_id    uuid references matter.loop_matter (id),
  kind         text not null check (kind in ('PHOTO', 'DOCUMENT', 'SIGNATURE', 'PLACE_TIME')),
  name         text not null,
  content_type text,
  size         bigint not null,
  sha256       text,
  taken_at     timestamptz,
  received_at  timestamptz not null,
  lat          double precision check (lat between -90 and 90),
  lon          double precision check (lon between -180 and 180),
  by_id        uuid not null,
  by_name      text not null,
  -- The act that it was handed in with; a proof counts once.
  used_for     text,
  check ((lat is null) = (lon is null))
);
comment on table matter.loop_proof is 'proofs handed in, and for which act';
create index loop_proof_matter on matter.loop_proof (matter_id, id);
create index loop_proof_loose on matter.loop_proof (received_at) where matter_id is null;

create table matter.loop_proof_content (
  proof_id uuid primary key references matter.loop_proof (id) on delete cascade,
  bytes    bytea not null
);
comment on table matter.loop_proof_content is 'the bytes of proofs; emptied when their period of keeping is over';
alter table matter.loop_proof_content alter column bytes set storage external;

create table matter.loop_link (
  matter_id    uuid not null references matter.loop_matter (id),
  name         text not null,
  to_matter_id uuid not null,
  linked_at    timestamptz not null,
  linked_by    text not null,
  primary key (matter_id, name, to_matter_id)
);
comment on table matter.loop_link is 'links of matters to matters and incidents';
create index loop_link_to on matter.loop_link (to_matter_id);

create table matter.loop_entry (
  seq        bigint generated always as identity primary key,
  matter_id  uuid not null references matter.loop_matter (id),
  at         timestamptz not null,
  claimed_at timestamptz,
  by_id      text not null,
  by_name    text not null,
  what       text not null,
  zh         text not null,
  en         text not null,
  detail_zh  text,
  detail_en  text,
  data       jsonb not null,
  check (claimed_at <= at)
);
comment on table matter.loop_entry is 'append-only: the timeline of matters';
create index loop_entry_matter on matter.loop_entry (matter_id, seq);

-- One row per form and year, locked by the transaction that takes a number: no number is ever skipped.
create table matter.loop_print_series (
  kind text not null,
  form text not null,
  year integer not null,
  last integer not null,
  primary key (kind, form, year)
);
comment on table matter.loop_print_series is 'the last number given of each printed form';

create table matter.loop_print (
  matter_id  uuid not null references matter.loop_matter (id),
  kind       text not null,
  form       text not null,
  number     text,
  -- The text as it was first printed; a reprint says the same. Emptied with the personal fields.
  content    jsonb,
  printed_at timestamptz not null,
  printed_by text not null,
  copies     integer not null default 1,
  primary key (matter_id, form)
);
comment on table matter.loop_print is 'printed forms and their numbers';
create unique index loop_print_number on matter.loop_print (kind, form, number) where number is not null;

create table matter.inbox_filter (
  id         uuid primary key,
  officer_id uuid not null,
  name       text not null,
  query      text not null,
  created_at timestamptz not null,
  unique (officer_id, name)
);
comment on table matter.inbox_filter is 'saved filters of the inbox, each its officer''s own';
