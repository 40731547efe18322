-- Up Migration

-- The private calendar of a member, at an address that is a secret: only its SHA-256 is kept.
create table calendar_feeds (
  id uuid primary key,
  user_id uuid not null constraint calendar_feeds_one_per_member unique references users,
  secret_hash bytea not null unique,
  created_at timestamptz not null default now()
);

-- When the session last became another one to calendars. `updated_at` changes with every booking.
alter table sessions add column revised_at timestamptz not null default now();
update sessions set revised_at = updated_at;

create function mark_revised() returns trigger language plpgsql as $$
begin
  new.revised_at := now();
  return new;
end
$$;
create trigger sessions_revised before update of revision on sessions
  for each row when (old.revision is distinct from new.revision) execute function mark_revised();

-- Down Migration

drop trigger sessions_revised on sessions;
drop function mark_revised;
alter table sessions drop column revised_at;
drop table calendar_feeds;
