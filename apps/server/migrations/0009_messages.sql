-- Up Migration

-- A message is also its own delivery log: one row per cause, from "queued" to how it ended.
alter table messages
  -- Ids and facts of the moment; what can change is read again when it is sent. Never a secret.
  add column data jsonb not null default '{}',
  -- Where it goes when that is not the member's present address: a notice of a changed address goes to the old one.
  add column address citext,
  add column resend_of uuid references messages,
  -- Rows from before e-mail existed were never to be sent.
  add column status text not null default 'skipped' constraint messages_status check (status in ('queued', 'sent', 'skipped', 'failed')),
  add column status_reason text,
  add column attempts integer not null default 0,
  add column last_error text,
  add column subject text,
  add column sent_to citext,
  add column sent_at timestamptz,
  add constraint messages_sent_says_when check ((status = 'sent') = (sent_at is not null));
alter table messages alter column status set default 'queued';
create index messages_unfinished on messages (status, id desc) where status in ('queued', 'failed');

-- Absent: every default.
create table notification_preferences (
  user_id uuid primary key references users,
  bookings boolean not null default true,
  tickets boolean not null default true,
  -- Minutes before the start; none: no reminders.
  reminder_minutes integer[] not null default '{1440,120}',
  updated_at timestamptz not null default now()
);

-- The last mail to this member came back for good; null again once one arrives.
alter table users
  add column email_problem text,
  add column email_problem_at timestamptz,
  add constraint users_email_problem_says_when check ((email_problem is null) = (email_problem_at is null));

-- What calendars call SEQUENCE: raised whenever the session is edited, moved or canceled.
alter table sessions add column revision integer not null default 0;

-- Of a user's devices those that ended count too, when it is asked whether a sign-in is from a new one.
drop index refresh_families_user;
create index refresh_families_user on refresh_families (user_id);

-- Down Migration

drop index refresh_families_user;
create index refresh_families_user on refresh_families (user_id) where revoked_at is null;
alter table sessions drop column revision;
alter table users drop constraint users_email_problem_says_when, drop column email_problem_at, drop column email_problem;
drop table notification_preferences;
drop index messages_unfinished;
alter table messages
  drop constraint messages_sent_says_when,
  drop column sent_at,
  drop column sent_to,
  drop column subject,
  drop column last_error,
  drop column attempts,
  drop column status_reason,
  drop column status,
  drop column resend_of,
  drop column address,
  drop column data;
