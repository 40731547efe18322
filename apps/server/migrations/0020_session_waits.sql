-- Up Migration

-- How many members waited for a session and how many of them never got a place, for sessions that are settled; a job keeps it, and
-- the rest is read from the bookings.
create table session_waits (
  session_id uuid primary key references sessions,
  waited integer not null,
  unmet integer not null,
  constraint session_waits_unmet_waited check (unmet between 0 and waited)
);
create table session_waits_through (
  id boolean primary key default true constraint session_waits_through_is_one_row check (id),
  -- Sessions that started before are settled.
  through timestamptz not null
);

-- Down Migration

drop table session_waits_through;
drop table session_waits;
