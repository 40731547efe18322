import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { defineJob } from '#platform/jobs/define-job.ts';
import { dueReminder, type ReminderCandidate } from './due-reminder.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { DEFAULT_PREFERENCES } from './preferences.ts';
import type { NewMessage } from './record-messages.ts';
import { recordUntold } from './record-untold.ts';

/** Reminds members of their classes. */
export const remindersJob = defineJob({
  name: 'notification-reminders',
  summary: 'Reminds members of classes that are about to start.',
  payload: Type.Object({}),
  retryLimit: 0,
  retryDelaySeconds: 1,
  schedule: { cron: '* * * * *', timeZone: 'UTC' },
});

/** Nobody can ask for more; see the table of preferences. */
const LONGEST_LEAD_MINUTES = 7 * 1_440;

/**
 * Tells members which of their classes are about to start, at the times before it that they chose.
 *
 * The cause names the start, so a session that was moved is reminded of again.
 */
export async function recordReminders(
  deps: Pick<NotificationDeps, 'db' | 'jobs'>,
  now = Temporal.Now.instant(),
): Promise<void> {
  const candidates = await candidatesAt(deps.db, now);
  await recordUntold(
    deps,
    candidates.flatMap((candidate) => messageOf(candidate, now)),
  );
}

interface Candidate extends ReminderCandidate {
  bookingId: string;
  userId: string;
}

/**
 * Active bookings of sessions that start soon enough for somebody to be reminded. Uses `sessions_starts_at`, then
 * `bookings_one_per_member`, so what it costs depends on the coming days and not on all bookings there ever were.
 */
function candidatesAt(db: Database, now: Temporal.Instant): Promise<Candidate[]> {
  const { reminders } = DEFAULT_PREFERENCES;
  return db
    .selectFrom('sessions as s')
    .innerJoin('bookings as b', 'b.sessionId', 's.id')
    .leftJoin('notificationPreferences as p', 'p.userId', 'b.userId')
    .select(['b.id as bookingId', 'b.userId', 's.startsAt'])
    .select(sql<Temporal.Instant>`greatest(b.booked_at, b.promoted_at, s.moved_at)`.as('knownSince'))
    .select(sql<number[]>`coalesce(p.reminder_minutes, ${reminders}::integer[])`.as('leads'))
    .where('s.deletedAt', 'is', null)
    .where('s.state', '=', 'scheduled')
    .where('b.state', '=', 'active')
    .where('s.startsAt', '>', now)
    .where('s.startsAt', '<=', now.add({ minutes: LONGEST_LEAD_MINUTES }))
    .where(({ eb, or }) =>
      // Only who chose something may be reminded earlier than by default.
      or([eb('s.startsAt', '<=', now.add({ minutes: Math.max(...reminders) })), eb('p.userId', 'is not', null)]),
    )
    .execute();
}

function messageOf({ userId, bookingId, ...candidate }: Candidate, now: Temporal.Instant): NewMessage[] {
  const minutesBefore = dueReminder(candidate, now);
  if (minutesBefore === null) return [];
  const startsAt = candidate.startsAt.toString();
  const cause = `reminder:${bookingId}:${startsAt}:${minutesBefore}`;
  return [{ userId, bookingId, kind: 'reminder', cause, data: { startsAt, minutesBefore } }];
}
