-- Up Migration

-- What the studio's charts ask for; docs/analytics.md says how each number is counted.

create index payments_paid on payments (paid_at) include (amount_minor, currency) where paid_at is not null;
create index payment_transitions_lost on payment_transitions (at) where cause = 'dispute_lost';

-- The day a refund counts on. `updated_at` moves whenever Stripe is asked about the payment again.
alter table refunds add column succeeded_at timestamptz;
update refunds set succeeded_at = updated_at where status = 'succeeded';
alter table refunds add constraint refunds_succeeded_says_when check ((status = 'succeeded') = (succeeded_at is not null));
create index refunds_succeeded on refunds (succeeded_at) where succeeded_at is not null;

create function mark_succeeded() returns trigger language plpgsql as $$
begin
  new.succeeded_at := case
    when new.status <> 'succeeded' then null
    when tg_op = 'UPDATE' and old.status = 'succeeded' then old.succeeded_at
    else coalesce(new.succeeded_at, now()) end;
  return new;
end
$$;
create trigger refunds_succeeded before insert or update of status on refunds
  for each row execute function mark_succeeded();

-- Partial, so that taking a free seat writes none of them: the queue, what went wrong, and who came.
create index bookings_queued on bookings (starts_at) include (session_id, user_id, queue_number, promoted_at, canceled_reason)
  where queue_number is not null;
create index bookings_missed on bookings (starts_at) include (session_id, canceled_reason)
  where no_show_at is not null or canceled_reason = 'late';
create index bookings_checked_in on bookings (session_id) where checked_in_at is not null;

create index tickets_valid_until on tickets (valid_until);
-- Rows come in the order of time, so a few kilobytes say where a month is, and a booking writes nothing for it.
create index ticket_ledger_at on ticket_ledger using brin (at) with (pages_per_range = 32);

-- In which months a member came, up to `visit_months_through`; a job keeps it, and the rest is read from the bookings.
create table visit_months (
  user_id uuid not null references users,
  month date not null,
  first_month date not null,
  primary key (user_id, month)
);
create index visit_months_cohort on visit_months (first_month, month);
create table visit_months_through (
  id boolean primary key default true constraint visit_months_through_is_one_row check (id),
  through timestamptz not null,
  -- Months are those of this zone.
  time_zone text not null
);

-- Down Migration

drop table visit_months_through;
drop table visit_months;
drop index ticket_ledger_at;
drop index tickets_valid_until;
drop index bookings_checked_in;
drop index bookings_missed;
drop index bookings_queued;
drop trigger refunds_succeeded on refunds;
drop function mark_succeeded;
drop index refunds_succeeded;
alter table refunds drop constraint refunds_succeeded_says_when, drop column succeeded_at;
drop index payment_transitions_lost;
drop index payments_paid;
