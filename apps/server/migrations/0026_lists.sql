-- Up Migration

-- Of all sessions, deleted ones too: the studio's bookings are read in the order of their sessions, and what was booked in a session
-- that was deleted is among them. Whoever leaves deleted ones out skips few.
drop index sessions_starts_at;
create index sessions_starts_at on sessions (starts_at, id);

-- Why places were given up: some reasons are rare among all bookings. Only a cancellation writes it.
create index bookings_canceled_reason on bookings (canceled_reason, starts_at, id) where state = 'canceled';

-- Down Migration

drop index bookings_canceled_reason;
drop index sessions_starts_at;
create index sessions_starts_at on sessions (starts_at, id) where deleted_at is null;
