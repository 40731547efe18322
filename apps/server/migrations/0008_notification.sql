-- Up Migration

-- What members have been told. `cause` names what happened, so that telling it twice is impossible.
create table messages (
  id uuid primary key default uuidv7(),
  user_id uuid not null references users,
  kind text not null,
  booking_id uuid references bookings,
  cause text not null constraint messages_one_per_cause unique,
  created_at timestamptz not null default now(),
  read_at timestamptz
);
create index messages_user on messages (user_id, id desc);

-- Down Migration

drop table messages;
