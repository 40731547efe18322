-- Up Migration

create table payments (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users,
  plan_id uuid not null references ticket_plans,
  -- What was offered at checkout: the grant and the amount check use this, not the plan of later.
  plan_snapshot jsonb not null,
  amount_minor integer not null constraint payments_amount_not_negative check (amount_minor >= 0),
  currency text not null constraint payments_currency_iso check (currency ~ '^[A-Z]{3}$'),
  refunded_minor integer not null default 0,
  status text not null default 'pending' constraint payments_status check (status in
    ('pending', 'processing', 'paid', 'partially_refunded', 'refunded', 'disputed', 'expired', 'failed', 'quarantined')),
  quarantine_reason text,
  -- Stored before the call to Stripe, so that a call of unknown outcome is repeated, not doubled.
  stripe_idempotency_key text not null unique,
  stripe_checkout_id text constraint payments_stripe_checkout_key unique,
  stripe_payment_intent_id text constraint payments_stripe_payment_intent_key unique,
  checkout_url text,
  receipt_url text,
  return_path text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  paid_at timestamptz,
  constraint payments_refund_within_amount check (refunded_minor between 0 and amount_minor),
  constraint payments_quarantine_has_reason check (status <> 'quarantined' or quarantine_reason is not null)
);
create index payments_user on payments (user_id, id desc);
create index payments_open on payments (created_at) where status in ('pending', 'processing');

alter table tickets add constraint tickets_payment foreign key (payment_id) references payments;

-- How a payment came to its status: one row per change, with the Stripe event that caused it.
create table payment_transitions (
  id bigint generated always as identity primary key,
  payment_id uuid not null references payments,
  from_status text not null,
  to_status text not null,
  stripe_event_id text,
  cause text not null,
  at timestamptz not null default now()
);
create index payment_transitions_payment on payment_transitions (payment_id, id);

create table stripe_events (
  id text primary key,
  type text not null,
  object_id text not null,
  -- Only what leads to the payment; the rest is asked of Stripe again, and no personal data is kept here.
  payload jsonb not null,
  -- Known once processed; null for events of objects that are not ours.
  payment_id uuid references payments,
  received_at timestamptz not null default now(),
  processed_at timestamptz
);
create index stripe_events_payment on stripe_events (payment_id);
create index stripe_events_unprocessed on stripe_events (received_at) where processed_at is null;

create table refunds (
  id uuid primary key default uuidv7(),
  payment_id uuid not null references payments,
  amount_minor integer not null constraint refunds_amount_positive check (amount_minor > 0),
  reason text not null,
  requested_by uuid references users,
  stripe_idempotency_key text not null unique,
  stripe_refund_id text constraint refunds_stripe_refund_key unique,
  status text not null default 'requested' constraint refunds_status check (status in ('requested', 'pending', 'succeeded', 'failed', 'canceled')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index refunds_payment on refunds (payment_id);
create index refunds_requested on refunds (created_at) where status = 'requested';

-- Down Migration

drop table refunds;
drop table stripe_events;
drop table payment_transitions;
alter table tickets drop constraint tickets_payment;
drop table payments;
