-- Up Migration

create table locations (
  id uuid primary key default uuidv7(),
  name text not null,
  address text not null default '',
  time_zone text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);

create table class_types (
  id uuid primary key default uuidv7(),
  name text not null,
  description text not null default '',
  cancellation_cutoff_minutes integer check (cancellation_cutoff_minutes >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);

create table instructors (
  id uuid primary key default uuidv7(),
  name text not null,
  bio text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz
);

-- fillfactor leaves room for HOT updates: the counters change with every booking and are in no index.
create table sessions (
  id uuid primary key default uuidv7(),
  class_type_id uuid not null references class_types,
  location_id uuid not null references locations,
  instructor_id uuid not null references instructors,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity integer not null constraint sessions_capacity_positive check (capacity > 0),
  state text not null default 'scheduled' constraint sessions_state check (state in ('scheduled', 'canceled')),
  active_count integer not null default 0 constraint sessions_active_count_not_negative check (active_count >= 0),
  waiting_count integer not null default 0 constraint sessions_waiting_count_not_negative check (waiting_count >= 0),
  -- The explicit over-capacity state: an admin lowered the capacity below the bookings; it ends by itself once drained.
  over_capacity boolean not null default false,
  next_queue_number integer not null default 1,
  booking_opens_days_before integer check (booking_opens_days_before >= 0),
  booking_closes_minutes_before integer check (booking_closes_minutes_before >= 0),
  cancellation_cutoff_minutes integer check (cancellation_cutoff_minutes >= 0),
  -- Set when the session was moved by more than 15 minutes or to another place: bookings made before it cancel free until the start.
  moved_at timestamptz,
  canceled_at timestamptz,
  canceled_reason text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint sessions_end_after_start check (ends_at > starts_at),
  constraint sessions_no_seat_too_many check (over_capacity or active_count <= capacity),
  constraint sessions_over_capacity_is_real check (not over_capacity or active_count > capacity),
  constraint sessions_canceled_has_time check ((state = 'canceled') = (canceled_at is not null)),
  constraint sessions_canceled_is_empty check (state <> 'canceled' or active_count + waiting_count = 0)
) with (fillfactor = 80);
create index sessions_starts_at on sessions (starts_at, id) where deleted_at is null;
create index sessions_location on sessions (location_id, starts_at) where deleted_at is null;
create index sessions_class_type on sessions (class_type_id, starts_at) where deleted_at is null;
create index sessions_instructor on sessions (instructor_id, starts_at) where deleted_at is null;

-- Down Migration

drop table sessions;
drop table instructors;
drop table class_types;
drop table locations;
