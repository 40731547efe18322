-- Up Migration

create table users (
  id uuid primary key default uuidv7(),
  email citext not null constraint users_email_key unique,
  password_hash text not null,
  name text not null,
  role text not null default 'member' constraint users_role check (role in ('member', 'staff', 'admin')),
  locale text not null default 'en',
  time_zone text,
  email_verified_at timestamptz,
  blocked_at timestamptz,
  blocked_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);
create index users_created_at on users (created_at, id);

-- One row per signed-in device. The tokens themselves are never stored: a refresh token names its family and generation.
create table refresh_families (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users,
  generation integer not null default 1 check (generation >= 1),
  rotated_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text constraint refresh_families_revoked_reason
    check (revoked_reason in ('logout', 'logout_all', 'reuse', 'password_changed', 'blocked', 'erased')),
  user_agent text,
  address inet,
  constraint refresh_families_revoked_has_reason check ((revoked_at is null) = (revoked_reason is null))
);
create index refresh_families_user on refresh_families (user_id) where revoked_at is null;

-- Single-use tokens sent by e-mail; only their SHA-256 is kept.
create table one_time_tokens (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users,
  purpose text not null constraint one_time_tokens_purpose check (purpose in ('verify_email', 'reset_password')),
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_tokens_user on one_time_tokens (user_id, purpose) where used_at is null;

-- Down Migration

drop table one_time_tokens;
drop table refresh_families;
drop table users;
