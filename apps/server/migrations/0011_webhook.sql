-- Up Migration

create table webhook_subscriptions (
  id uuid primary key default uuidv7(),
  url text not null,
  description text not null default '',
  event_types text[] not null constraint webhook_subscriptions_hear_something check (cardinality(event_types) > 0),
  -- Signs each delivery, so it cannot be a hash.
  secret text not null,
  -- The one before the last rotation signs along, so that the receiver can change over without losing anything.
  previous_secret text,
  previous_secret_until timestamptz,
  state text not null default 'active' constraint webhook_subscriptions_state check (state in ('active', 'disabled')),
  disabled_reason text constraint webhook_subscriptions_disabled_reason check (disabled_reason in ('admin', 'gone', 'failing')),
  -- The first failed attempt since the last delivery that arrived.
  failing_since timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint webhook_subscriptions_disabled_says_why check ((state = 'disabled') = (disabled_reason is not null)),
  constraint webhook_subscriptions_previous_secret_ends check ((previous_secret is null) = (previous_secret_until is null))
);

-- What integrators are told. `cause` names what happened, so that it is never recorded twice.
create table webhook_events (
  id uuid primary key default uuidv7(),
  type text not null,
  occurred_at timestamptz not null,
  cause text not null constraint webhook_events_one_per_cause unique,
  payload jsonb not null,
  created_at timestamptz not null default now()
);
create index webhook_events_created_at on webhook_events (created_at);

create table webhook_deliveries (
  id uuid primary key default uuidv7(),
  event_id uuid not null references webhook_events on delete cascade,
  subscription_id uuid not null references webhook_subscriptions,
  status text not null default 'pending' constraint webhook_deliveries_status check (status in ('pending', 'delivered', 'failed')),
  -- Raised when an admin sends it again; jobs of an earlier round do nothing.
  round integer not null default 1,
  -- In this round.
  attempts integer not null default 0,
  last_attempt_at timestamptz,
  last_status_code integer,
  last_error text,
  response_excerpt text,
  delivered_at timestamptz,
  created_at timestamptz not null default now(),
  constraint webhook_deliveries_one_per_subscription unique (event_id, subscription_id),
  constraint webhook_deliveries_delivered_says_when check ((status = 'delivered') = (delivered_at is not null))
);
create index webhook_deliveries_subscription on webhook_deliveries (subscription_id, id desc);

-- Down Migration

drop table webhook_deliveries;
drop table webhook_events;
drop table webhook_subscriptions;
