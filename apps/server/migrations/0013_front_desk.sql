-- Up Migration

-- What a member shows at the front desk; null until it is asked for, and again after the member was erased.
alter table users add column check_in_code text
  constraint users_check_in_code_alphabet check (check_in_code ~ '^[0-9A-HJKMNP-TV-Z]{8}$');
-- Partial, because a column of a full unique index counts as a key: to change it would wait for every booking of that member.
create unique index users_check_in_code on users (check_in_code) where check_in_code is not null;

-- The words of a text without case and accents: `Žan.Čuk@Example.org` and `zan cuk example org` are the same to a search.
-- The collation is named, because that of the database may know ASCII only.
create function search_words(text) returns text language sql immutable strict parallel safe
  return trim(regexp_replace(
    lower(regexp_replace(normalize($1, nfd), '[\u0300-\u036f]', '', 'g') collate pg_unicode_fast),
    '[^[:alnum:]]+', ' ', 'g'));
create index users_search on users using gin (to_tsvector('simple', search_words(name || ' ' || email))) where deleted_at is null;

-- Who gave a place up did not come with it, whatever was ticked before.
update bookings set checked_in_at = null, checked_in_by = null, no_show_at = null
where state <> 'active' and (checked_in_at is not null or no_show_at is not null);
alter table bookings add constraint bookings_only_places_attended
  check (state = 'active' or (checked_in_at is null and no_show_at is null));

-- Down Migration

alter table bookings drop constraint bookings_only_places_attended;
drop index users_search;
drop function search_words;
drop index users_check_in_code;
alter table users drop column check_in_code;
