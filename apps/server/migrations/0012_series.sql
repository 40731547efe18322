-- Up Migration

create table series (
  id uuid primary key default uuidv7(),
  class_type_id uuid not null references class_types,
  location_id uuid not null references locations,
  instructor_id uuid not null references instructors,
  -- At the location, whatever its clocks do.
  start_time time not null,
  duration_minutes integer not null constraint series_duration check (duration_minutes between 1 and 1440),
  capacity integer not null constraint series_capacity_positive check (capacity > 0),
  -- An RRULE without its DTSTART, which is starts_on.
  rule text not null,
  starts_on date not null,
  ends_on date,
  -- Sessions exist up to this day; null: look at the whole series again.
  generated_until date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint series_ends_after_start check (ends_on >= starts_on or deleted_at is not null)
);
create index series_location on series (location_id) where deleted_at is null;
create index series_class_type on series (class_type_id) where deleted_at is null;
create index series_instructor on series (instructor_id) where deleted_at is null;

create table closed_days (
  id uuid primary key default uuidv7(),
  -- null: every location
  location_id uuid references locations,
  day date not null,
  reason text not null default '',
  created_at timestamptz not null default now(),
  constraint closed_days_once unique nulls not distinct (day, location_id)
);

-- The day for which the rule made the session, wherever it was moved since. It is unique whatever became of the session, so that
-- no worker makes a second one of a session that was moved, canceled or deleted.
alter table sessions
  add column series_id uuid references series,
  add column series_occurrence date,
  add constraint sessions_series_occurrence check ((series_id is null) = (series_occurrence is null)),
  add constraint sessions_one_per_occurrence unique (series_id, series_occurrence);

-- Down Migration

alter table sessions
  drop constraint sessions_one_per_occurrence,
  drop constraint sessions_series_occurrence,
  drop column series_occurrence,
  drop column series_id;
drop table closed_days;
drop table series;
