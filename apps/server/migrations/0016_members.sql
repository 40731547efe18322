-- Up Migration

create extension if not exists pg_trgm;

-- One text for every search and for the order of names: `Žan Čuk` stands between `Zala` and `Zora`, whatever the database's collation knows.
-- The blank in front makes the first word begin like every other one. It is stored, so that a match costs no regular expression.
alter table users add column search_text text collate "C" not null
  generated always as (' ' || search_words(name || ' ' || email)) stored;
drop index users_search;
-- Without a list of pending entries, which every search would have to go through: accounts are made seldom and looked for often.
create index users_search on users using gin (search_text gin_trgm_ops) with (fastupdate = off) where deleted_at is null;
create index users_names on users (search_text, id) where deleted_at is null;
-- Few among many: who works here, and who is kept out.
create index users_team on users (created_at, id) where role <> 'member';
create index users_blocked on users (created_at, id) where blocked_at is not null;

-- Tickets that still may be booked with, by the time they end. Not by entries left: a booking must not have to move an index entry.
create index tickets_ending on tickets (valid_until, user_id) where state = 'active';

-- Down Migration

drop index tickets_ending;
drop index users_blocked;
drop index users_team;
drop index users_names;
drop index users_search;
alter table users drop column search_text;
create index users_search on users using gin (to_tsvector('simple', search_words(name || ' ' || email))) where deleted_at is null;
drop extension pg_trgm;
