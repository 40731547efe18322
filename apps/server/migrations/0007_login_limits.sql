-- Up Migration

-- Counts failed sign-ins. The columns are those that rate-limiter-flexible writes (`expire` in Unix milliseconds).
create table login_limits (
  key text primary key,
  points integer not null default 0,
  expire bigint
);

-- Down Migration

drop table login_limits;
