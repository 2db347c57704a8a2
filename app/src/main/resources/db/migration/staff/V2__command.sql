-- Duty levels (A11): from when, until when, why, by whom. The area is an agency and all below it.
-- The highest of an agency's own level and those above it holds; without any, the base level of the pack.
create table staff.duty_level (
  id          uuid primary key,
  agency_id   uuid not null references staff.agency,
  level_code  text not null,
  reason      text not null,
  starts_at   timestamptz not null,
  until       timestamptz not null,
  set_by      text not null,
  ended_at    timestamptz,
  ended_by    text,
  end_kind    text check (end_kind in ('REPLACED', 'EXPIRED', 'LIFTED')),
  end_reason  text,
  exercise_id uuid,
  version     bigint not null default 1,
  changed_at  timestamptz not null,
  changed_by  text not null,
  constraint duty_level_ends_after_start check (until > starts_at),
  constraint duty_level_end_is_whole check ((ended_at is null) = (end_kind is null) and (ended_at is null) = (ended_by is null))
);
comment on table staff.duty_level is 'raised duty levels of areas, present and past';
create unique index duty_level_one_present on staff.duty_level (agency_id, exercise_id) nulls not distinct where ended_at is null;
create index duty_level_due on staff.duty_level (until) where ended_at is null;
create index duty_level_by_agency on staff.duty_level (agency_id, id);

-- What an exercise taught, who sees to it, and by when (A14).
create table staff.lesson (
  id          uuid primary key,
  exercise_id uuid not null references staff.exercise,
  agency_id   uuid not null references staff.agency,
  text        text not null,
  owner_id    uuid not null references staff.officer,
  due_on      date not null,
  done_at     timestamptz,
  done_by     text,
  outcome     text,
  created_at  timestamptz not null,
  created_by  text not null,
  version     bigint not null default 1,
  changed_at  timestamptz not null,
  changed_by  text not null,
  constraint lesson_done_is_whole check ((done_at is null) = (outcome is null) and (done_at is null) = (done_by is null))
);
create index lesson_by_exercise on staff.lesson (exercise_id, id);
create index lesson_open on staff.lesson (agency_id, due_on) where done_at is null;
