create schema if not exists staff;

-- The tree of agencies. Depth and level names are configuration (packs/agency-levels.yaml); level 0 is the root.
create table staff.agency (
  id         uuid primary key,
  code       text not null constraint agency_code_taken unique,
  parent_id  uuid references staff.agency,
  level      int not null check (level between 0 and 9),
  name_zh    text not null,
  name_en    text not null,
  version    bigint not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint agency_root_is_level_0 check ((parent_id is null) = (level = 0))
);
create unique index agency_one_root on staff.agency ((true)) where parent_id is null;
create index agency_by_parent on staff.agency (parent_id);

-- One row: raised with every change of the tree, in the same transaction, so that every node can tell a stale copy.
create table staff.agency_tree (
  one     boolean primary key default true check (one),
  version bigint not null
);
insert into staff.agency_tree (version) values (1);

create table staff.officer (
  id                     uuid primary key,
  sign_in_name           text not null,
  display_name           text not null,
  badge_number           text,
  phone                  text,
  agency_id              uuid not null references staff.agency,
  external_subject       text constraint officer_external_subject_taken unique,
  password_hash          text,
  password_change_needed boolean not null default false,
  -- Raised when the password or second factor changes: sessions opened before are no longer valid.
  credential_version     bigint not null default 1,
  totp_secret            bytea,
  totp_confirmed_at      timestamptz,
  totp_last_step         bigint not null default 0,
  disabled_at            timestamptz,
  created_at             timestamptz not null,
  changed_at             timestamptz not null,
  changed_by             text not null,
  version                bigint not null default 1
);
create unique index officer_sign_in_name_taken on staff.officer (lower(sign_in_name));
create index officer_by_agency on staff.officer (agency_id, id);

create table staff.role_grant (
  officer_id    uuid not null references staff.officer,
  role          text not null,
  administrator boolean not null,
  granted_at    timestamptz not null,
  granted_by    text not null,
  primary key (officer_id, role)
);
-- System, security and audit administrators are three people: the database holds it, whatever the code does.
create unique index role_grant_one_administrator on staff.role_grant (officer_id) where administrator;

-- Failures are counted by the name that was typed, known or not: a lock then never tells whether an account exists.
create table staff.sign_in_attempt (
  name_key     text primary key,
  failures     int not null,
  locked_until timestamptz,
  last_at      timestamptz not null
);
create index sign_in_attempt_by_age on staff.sign_in_attempt (last_at);

create table staff.token (
  id          uuid primary key,
  kind        text not null check (kind in ('PARTNER', 'DEVICE')),
  name        text not null,
  subject     text not null,
  agency_id   uuid not null references staff.agency,
  permissions text[] not null,
  secret_hash bytea not null unique,
  created_at  timestamptz not null,
  created_by  text not null,
  expires_at  timestamptz,
  revoked_at  timestamptz,
  revoked_by  text
);
create index token_by_agency on staff.token (agency_id, id);
create unique index token_subject_taken on staff.token (kind, subject) where revoked_at is null;

create table staff.post (
  id         uuid primary key,
  agency_id  uuid not null references staff.agency,
  name_zh    text not null,
  name_en    text not null,
  created_at timestamptz not null,
  closed_at  timestamptz
);
create index post_by_agency on staff.post (agency_id, id);

create table staff.duty_shift (
  id           uuid primary key,
  agency_id    uuid not null references staff.agency,
  post_id      uuid references staff.post,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  call_signs   text[] not null default '{}',
  note         text,
  cancelled_at timestamptz,
  changed_at   timestamptz not null,
  changed_by   text not null,
  version      bigint not null default 1,
  constraint duty_shift_ends_after_start check (ends_at > starts_at)
);
create index duty_shift_by_time on staff.duty_shift (agency_id, ends_at, starts_at);
create table staff.duty_shift_officer (
  shift_id   uuid not null references staff.duty_shift,
  officer_id uuid not null references staff.officer,
  primary key (shift_id, officer_id)
);
create index duty_shift_officer_by_officer on staff.duty_shift_officer (officer_id);

create table staff.exercise (
  id         uuid primary key,
  name       text not null,
  note       text,
  agency_id  uuid not null references staff.agency,
  started_at timestamptz not null,
  started_by text not null,
  ended_at   timestamptz,
  ended_by   text
);
create index exercise_running on staff.exercise (started_at) where ended_at is null;

-- Spring Session's own tables (schema-postgresql.sql of spring-session-jdbc 4.1) under this room's schema:
-- a session survives a restart of the server.
create table staff.http_session (
  primary_id            char(36) primary key,
  session_id            char(36) not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index http_session_by_expiry on staff.http_session (expiry_time);
create index http_session_by_principal on staff.http_session (principal_name);
create table staff.http_session_attributes (
  session_primary_id char(36) not null references staff.http_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);
