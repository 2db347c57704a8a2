-- The commander's "closed today".
create index matter_closed on matter.matter (closed_at) where state = 'CLOSED';
create index matter_exercise on matter.matter (exercise_id) where exercise_id is not null;

-- The file of a major event: what is planned, who answers for it, what is ready.
create table matter.event_file (
  id             uuid primary key,
  number         text not null unique,
  title          text not null,
  organiser      text not null,
  agency_id      uuid not null,
  place_label    text,
  lat            double precision check (lat between -90 and 90),
  lon            double precision check (lon between -180 and 180),
  starts_at      timestamptz not null,
  ends_at        timestamptz not null,
  capacity       integer not null check (capacity >= 0),
  expected       integer not null check (expected >= 0),
  risk_grade     text not null,
  checklist_code text not null,
  state          text not null check (state in ('PLANNING', 'READY', 'RUNNING', 'CLOSED', 'CANCELLED')),
  note           text,
  -- What is said at the end: the after-report, or why it was called off.
  report         text,
  exercise_id    uuid,
  version        bigint not null default 1,
  created_at     timestamptz not null,
  created_by     text not null,
  changed_at     timestamptz not null,
  changed_by     text not null,
  check ((lat is null) = (lon is null)),
  check (ends_at > starts_at),
  check (state not in ('CLOSED', 'CANCELLED') or report is not null)
);
comment on table matter.event_file is 'files of major events';
create index event_file_agency on matter.event_file (agency_id, id);

-- The checklist as it was when the file was opened: a later change of the pack does not rewrite a plan.
create table matter.event_item (
  file_id    uuid not null references matter.event_file (id),
  code       text not null,
  position   integer not null,
  zh         text not null,
  en         text not null,
  mandatory  boolean not null,
  checked_at timestamptz,
  checked_by text,
  note       text,
  primary key (file_id, code),
  check ((checked_at is null) = (checked_by is null))
);
comment on table matter.event_item is 'what must be seen to before a major event, and who saw to it';

create table matter.event_fact (
  id      uuid primary key,
  file_id uuid not null references matter.event_file (id),
  at      timestamptz not null,
  kind    text not null,
  by_id   text not null,
  by_name text not null,
  text_zh text not null,
  text_en text not null
);
comment on table matter.event_fact is 'append-only: everything done to the file of a major event';
create index event_fact_file on matter.event_fact (file_id, id);

create table matter.event_post (
  file_id  uuid not null references matter.event_file (id),
  position integer not null,
  name     text not null,
  required integer not null check (required between 1 and 9999),
  filled   integer not null check (filled between 0 and 9999),
  primary key (file_id, position)
);
comment on table matter.event_post is 'posts of a major event: how many people they need and have';

create table matter.event_incident (
  file_id   uuid not null references matter.event_file (id),
  matter_id uuid not null references matter.matter (id),
  linked_at timestamptz not null,
  linked_by text not null,
  primary key (file_id, matter_id)
);
comment on table matter.event_incident is 'incidents that have to do with a major event';
create index event_incident_matter on matter.event_incident (matter_id);
