-- Up Migration

create extension if not exists citext;

-- Append-only tables call this from a statement trigger: history is corrected by a new row, never by editing an old one.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create table studio (
  id boolean primary key default true constraint studio_is_one_row check (id),
  name text not null default 'Openmat Studio',
  currency text not null default 'EUR' constraint studio_currency_iso check (currency ~ '^[A-Z]{3}$'),
  default_locale text not null default 'en',
  locales text[] not null default '{en}',
  time_zone text not null default 'UTC',
  accent_color text not null default '#0f766e',
  -- Policy: DOMAIN names each rule; classes and sessions may override some.
  booking_opens_days_before integer not null default 28 check (booking_opens_days_before >= 0),
  booking_closes_minutes_before integer not null default 0 check (booking_closes_minutes_before >= 0),
  cancellation_cutoff_minutes integer not null default 120 check (cancellation_cutoff_minutes >= 0),
  waitlist_closes_minutes_before integer not null default 120 check (waitlist_closes_minutes_before >= 0),
  promotion_grace_minutes integer not null default 15 check (promotion_grace_minutes >= 0),
  overlapping_bookings_allowed boolean not null default false,
  updated_at timestamptz not null default now()
);
insert into studio default values;

create table idempotency_keys (
  user_id uuid not null,
  key text not null constraint idempotency_key_length check (length(key) between 1 and 255),
  request_hash text not null,
  status smallint not null,
  response jsonb not null,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);
create index idempotency_keys_created_at on idempotency_keys (created_at);

create table audit_log (
  -- An explicit sequence, because timestamps of concurrent transactions do not order them.
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  actor_role text not null constraint audit_actor_role check (actor_role in ('member', 'staff', 'admin', 'system')),
  action text not null,
  entity text not null,
  entity_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  request_id text,
  address inet
);
create index audit_log_entity on audit_log (entity, entity_id, id desc);
create index audit_log_actor on audit_log (actor_id, id desc);
create trigger audit_log_append_only before update or delete on audit_log
  for each statement execute function refuse_change();

-- Down Migration

drop table audit_log;
drop table idempotency_keys;
drop table studio;
drop function refuse_change();
drop extension citext;
