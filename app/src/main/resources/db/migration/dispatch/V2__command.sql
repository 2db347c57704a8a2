create index assignment_of_unit on dispatch.assignment (unit_id, dispatched_at);
create index assignment_exercise on dispatch.assignment (exercise_id) where exercise_id is not null;

create table dispatch.unit_note (
  id      uuid primary key,
  unit_id uuid not null references dispatch.unit,
  at      timestamptz not null,
  by_id   text not null,
  by_name text not null,
  text    text not null
);
comment on table dispatch.unit_note is 'append-only: notes about a unit';
create index unit_note_unit on dispatch.unit_note (unit_id, id);

-- What the outgoing watch leaves to the incoming one: its notes, and the state of things at that moment.
create table dispatch.shift_handover (
  id          uuid primary key,
  agency_id   uuid not null,
  notes       text not null,
  snapshot    jsonb not null,
  offered_at  timestamptz not null,
  offered_by  text not null,
  offered_by_id text not null,
  exercise_id uuid
);
comment on table dispatch.shift_handover is 'append-only: hand-overs of the watch, as they were offered';
create index shift_handover_agency on dispatch.shift_handover (agency_id, id);

create table dispatch.shift_handover_answer (
  handover_id    uuid primary key references dispatch.shift_handover,
  accepted       boolean not null,
  remark         text,
  answered_at    timestamptz not null,
  answered_by    text not null,
  answered_by_id text not null
);
comment on table dispatch.shift_handover_answer is
  'append-only: who took a watch over, or that it was withdrawn by who offered it';
