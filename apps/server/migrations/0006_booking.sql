-- Up Migration

create table bookings (
  id uuid primary key default uuidv7(),
  session_id uuid not null references sessions,
  user_id uuid not null references users,
  -- The ticket that paid; for a waiting booking the one that will be tried first.
  ticket_id uuid not null references tickets,
  -- The session's own times, copied so that a member's calendar is one index scan however many bookings there are.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null constraint bookings_state check (state in ('active', 'waiting', 'canceled')),
  -- Place in the order of the queue; null when the seat was free at once.
  queue_number integer,
  -- null: the member booked
  booked_by uuid references users,
  booked_at timestamptz not null default now(),
  promoted_at timestamptz,
  -- The grace after a promotion or a booking made inside the cutoff.
  grace_until timestamptz,
  canceled_at timestamptz,
  canceled_reason text constraint bookings_canceled_reason check (canceled_reason in
    ('member', 'late', 'staff', 'session_canceled', 'ticket_revoked', 'list_closed')),
  canceled_by uuid references users,
  -- A late cancel kept the entry; it comes back when the waiting list refills the seat.
  entry_forfeited boolean not null default false,
  checked_in_at timestamptz,
  checked_in_by uuid references users,
  no_show_at timestamptz,
  deleted_at timestamptz,
  constraint bookings_canceled_says_why check ((state = 'canceled') = (canceled_at is not null and canceled_reason is not null)),
  constraint bookings_waiting_has_number check (state <> 'waiting' or queue_number is not null),
  constraint bookings_forfeit_is_late check (not entry_forfeited or canceled_reason = 'late'),
  constraint bookings_shown_or_not check (checked_in_at is null or no_show_at is null)
) with (fillfactor = 90);
create unique index bookings_one_per_member on bookings (session_id, user_id) where state <> 'canceled';
create unique index bookings_queue on bookings (session_id, queue_number) where state = 'waiting';
-- A session's bookings are found by bookings_one_per_member and this. There is no index over all of them: the planner would take
-- it for rare rows too, and read a whole session for each batch (60 ms with 12,000 bookings).
create index bookings_session_canceled on bookings (session_id) where state = 'canceled';
create index bookings_session_forfeited on bookings (session_id) where entry_forfeited;
create index bookings_user on bookings (user_id, starts_at, id);
create index bookings_user_waiting on bookings (user_id) where state = 'waiting';
create index bookings_ticket_open on bookings (ticket_id) where state <> 'canceled';

alter table ticket_ledger add constraint ticket_ledger_booking_fk foreign key (booking_id) references bookings;

-- Who was considered for a freed seat and what came out: the answer to "why not me".
create table promotion_log (
  id bigint generated always as identity primary key,
  session_id uuid not null references sessions,
  booking_id uuid not null references bookings,
  user_id uuid not null references users,
  outcome text not null constraint promotion_log_outcome check (outcome in
    ('promoted', 'claimed', 'no_usable_ticket', 'account_blocked', 'overlapping_booking')),
  cause text not null constraint promotion_log_cause check (cause in
    ('seat_freed', 'capacity_raised', 'ticket_gained', 'swept', 'booked_after_close')),
  at timestamptz not null default now()
);
create index promotion_log_booking on promotion_log (booking_id, id);
create index promotion_log_session on promotion_log (session_id, id);
create trigger promotion_log_append_only before update or delete on promotion_log
  for each statement execute function refuse_change();

-- Down Migration

drop table promotion_log;
alter table ticket_ledger drop constraint ticket_ledger_booking_fk;
drop table bookings;
