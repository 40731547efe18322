-- Up Migration

alter table studio
  -- Whether who had a place and was not checked in is marked as a no-show, and how long after the end of the session.
  add column no_shows_marked boolean not null default true,
  add column no_show_minutes_after integer not null default 30
    constraint studio_no_show_minutes_after check (no_show_minutes_after between 0 and 1440);

-- Down Migration

alter table studio
  drop column no_show_minutes_after,
  drop column no_shows_marked;
