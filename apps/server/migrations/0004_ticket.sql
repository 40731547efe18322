-- Up Migration

create table ticket_plans (
  id uuid primary key default uuidv7(),
  name text not null,
  description text not null default '',
  price_minor integer not null constraint ticket_plans_price_not_negative check (price_minor >= 0),
  currency text not null constraint ticket_plans_currency_iso check (currency ~ '^[A-Z]{3}$'),
  -- null: unlimited
  entries integer constraint ticket_plans_entries_positive check (entries > 0),
  validity_days integer not null constraint ticket_plans_validity_positive check (validity_days > 0),
  starts text not null default 'purchase' constraint ticket_plans_starts check (starts in ('purchase', 'first_booking')),
  -- null: every class
  class_type_ids uuid[] constraint ticket_plans_classes_not_empty check (cardinality(class_type_ids) > 0),
  position integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  archived_at timestamptz
);

-- A ticket keeps what was bought: later edits of the plan do not change it.
create table tickets (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users,
  plan_id uuid references ticket_plans,
  payment_id uuid constraint tickets_one_per_payment unique,
  name text not null,
  unlimited boolean not null,
  -- null exactly when unlimited; otherwise the sum of the ticket's ledger
  entries_left integer constraint tickets_entries_not_negative check (entries_left >= 0),
  class_type_ids uuid[],
  state text not null default 'active' constraint tickets_state check (state in ('active', 'frozen', 'revoked')),
  -- Both null until the first booking of a plan that starts then; validity_days says for how long it will run.
  valid_from timestamptz,
  valid_until timestamptz,
  validity_days integer,
  frozen_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint tickets_limited_has_balance check (unlimited = (entries_left is null)),
  constraint tickets_validity_order check (valid_until > valid_from),
  constraint tickets_validity_known check ((valid_from is null) = (valid_until is null) and (valid_from is not null or validity_days is not null)),
  constraint tickets_frozen_has_time check ((state = 'frozen') = (frozen_at is not null)),
  constraint tickets_revoked_has_time check ((state = 'revoked') = (revoked_at is not null))
) with (fillfactor = 80);
create index tickets_user on tickets (user_id, id);

-- Every change of a ticket's entries; tickets.entries_left is its sum.
create table ticket_ledger (
  id bigint generated always as identity primary key,
  ticket_id uuid not null references tickets,
  kind text not null constraint ticket_ledger_kind check (kind in ('grant', 'spend', 'return', 'adjust', 'revoke')),
  entries integer not null,
  booking_id uuid,
  payment_id uuid,
  actor_id uuid references users,
  reason text,
  at timestamptz not null default now(),
  constraint ticket_ledger_sign check (case kind
    when 'grant' then entries >= 0
    when 'spend' then entries = -1
    when 'return' then entries = 1
    when 'revoke' then entries <= 0
    else entries <> 0 end),
  constraint ticket_ledger_booking check ((kind in ('spend', 'return')) = (booking_id is not null))
);
create index ticket_ledger_ticket on ticket_ledger (ticket_id, id);
-- A booking spends once and gets back once; a payment grants once.
create unique index ticket_ledger_one_spend on ticket_ledger (booking_id) where kind = 'spend';
create unique index ticket_ledger_one_return on ticket_ledger (booking_id) where kind = 'return';
create unique index ticket_ledger_one_grant on ticket_ledger (payment_id) where kind = 'grant';
create trigger ticket_ledger_append_only before update or delete on ticket_ledger
  for each statement execute function refuse_change();

-- Down Migration

drop table ticket_ledger;
drop table tickets;
drop table ticket_plans;
