create table foundation.retention_run (
  code        text primary key,
  last_run_at timestamptz not null,
  erased      bigint not null
);
comment on table foundation.retention_run is 'when each rule of packs/retention.yaml was last enforced, and how much it has emptied in all';
