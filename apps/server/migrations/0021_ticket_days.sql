-- Up Migration

-- Up to when each of the tables that are written down at night is complete; what happened since is read from where it happened.
create table rollups (
  name text primary key constraint rollups_name check (name in ('session_waits', 'ticket_days', 'visit_months')),
  through timestamptz not null,
  -- Its days and months are those of this zone.
  time_zone text not null
);
insert into rollups (name, through, time_zone) select 'visit_months', through, time_zone from visit_months_through;
insert into rollups (name, through, time_zone) select 'session_waits', through, studio.time_zone from session_waits_through, studio;
drop table visit_months_through;
drop table session_waits_through;

-- What became of tickets, by the studio's day. Entries as the ledger has them; what expired and ended, on the last day of the ticket.
create table ticket_days (
  day date primary key,
  granted integer not null,
  spent integer not null,
  returned integer not null,
  adjusted integer not null,
  revoked integer not null,
  expired integer not null,
  unlimited_ended integer not null,
  unlimited_bookings integer not null,
  -- At the end of the day.
  active integer not null
);

-- Down Migration

drop table ticket_days;
create table session_waits_through (
  id boolean primary key default true constraint session_waits_through_is_one_row check (id),
  through timestamptz not null
);
create table visit_months_through (
  id boolean primary key default true constraint visit_months_through_is_one_row check (id),
  through timestamptz not null,
  time_zone text not null
);
insert into visit_months_through (through, time_zone) select through, time_zone from rollups where name = 'visit_months';
insert into session_waits_through (through) select through from rollups where name = 'session_waits';
drop table rollups;
