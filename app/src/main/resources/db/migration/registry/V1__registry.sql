create schema if not exists registry;

-- One file that was sent in. Its rows lie in the tables below under its id; which import is in use
-- is said by registry.dataset alone, so that applying and rolling back is one update.
create table registry.import (
  id uuid primary key,
  kind text not null,
  dataset text not null,
  file_name text not null,
  source text not null,
  bytes bigint not null,
  sha256 text not null,
  state text not null check (state in
    ('READING', 'PREVIEWED', 'UNCHANGED', 'APPLIED', 'SUPERSEDED', 'ROLLED_BACK', 'FAILED')),
  accepted bigint not null default 0,
  rejected bigint not null default 0,
  added bigint,
  changed bigint,
  removed bigint,
  samples text[] not null default '{}',
  warnings jsonb not null default '[]',
  failure text,
  failure_args text[] not null default '{}',
  base_import_id uuid references registry.import,
  rows_kept boolean not null default true,
  created_at timestamptz not null,
  created_by text not null,
  applied_at timestamptz,
  applied_by text,
  rolled_back_at timestamptz,
  rolled_back_by text
);
create index import_by_dataset on registry.import (dataset, id);

create table registry.dataset (
  name text primary key,
  active_import_id uuid references registry.import
);

-- Grows with each apply and roll-back, so that every node sees that its indexes are old.
create table registry.generation (
  one boolean primary key default true check (one),
  number bigint not null
);
insert into registry.generation (number) values (0);

create table registry.rejected_row (
  import_id uuid not null references registry.import on delete cascade,
  seq int not null,
  row_number bigint not null,
  column_name text not null,
  cell text not null,
  fault text not null,
  primary key (import_id, seq)
);

create table registry.road_segment (
  import_id uuid not null references registry.import on delete cascade,
  key text not null,
  digest text not null,
  street text not null,
  road_class text not null,
  travel text not null,
  from_node text not null,
  to_node text not null,
  length_m double precision not null,
  line double precision[] not null,
  left_from int not null,
  left_to int not null,
  right_from int not null,
  right_to int not null,
  area text not null,
  max_speed_kmh int,
  primary key (import_id, key)
);
comment on column registry.road_segment.line is 'latitude, longitude, latitude, longitude, …';

create table registry.crossing (
  import_id uuid not null references registry.import on delete cascade,
  key text not null,
  digest text not null,
  street_a text not null,
  others text[] not null,
  lat double precision not null,
  lon double precision not null,
  primary key (import_id, key)
);

create table registry.landmark (
  import_id uuid not null references registry.import on delete cascade,
  key text not null,
  digest text not null,
  name text not null,
  other_names text[] not null,
  category text not null,
  lat double precision not null,
  lon double precision not null,
  primary key (import_id, key)
);

create table registry.address (
  import_id uuid not null references registry.import on delete cascade,
  key text not null,
  digest text not null,
  id uuid not null,
  text text not null,
  area text not null,
  street text not null,
  number text not null,
  plate text not null,
  lat double precision not null,
  lon double precision not null,
  primary key (import_id, key)
);
create index address_by_id on registry.address (id);

create table registry.precinct (
  import_id uuid not null references registry.import on delete cascade,
  key text not null,
  digest text not null,
  id uuid not null,
  name text not null,
  agency_code text not null,
  agency_id uuid,
  ground text not null,
  primary key (import_id, key)
);
comment on column registry.precinct.ground is 'GeoJSON geometry';

create table registry.door_plate (
  code text primary key,
  address_id uuid not null,
  state text not null check (state in ('ORDERED', 'MOUNTED', 'ACTIVATED', 'REPLACED')),
  ordered_at timestamptz,
  mounted_at timestamptz,
  activated_at timestamptz,
  replaced_at timestamptz,
  replaced_by text,
  version bigint not null default 0
);
create index door_plate_by_address on registry.door_plate (address_id);
