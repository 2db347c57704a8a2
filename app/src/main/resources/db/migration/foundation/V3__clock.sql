-- What a driven clock last showed: a restart, also after a crash, must never take time back. The audit log alone does not
-- know, because a clock can be moved without anything being done.
create table foundation.driven_clock (
  single boolean primary key default true check (single),
  at   timestamptz not null
);
comment on table foundation.driven_clock is 'the latest instant that a driven clock showed';
insert into foundation.driven_clock (at) values ('epoch');
