import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import type { DemoStudio } from '../insert-studio.ts';
import type { Random } from '../random.ts';

/** Of a hundred who hold a seat, how many do not come. */
const NO_SHOWS = 0.05;

/** Checks in whoever came to the sessions that have begun, and marks those who had not come when they were over. */
export async function recordAttendance(
  tx: Tx,
  { staff }: DemoStudio,
  random: Random,
  now: Temporal.Instant,
): Promise<void> {
  const { rows } = await sql<{ id: string; email: string; startsAt: Temporal.Instant; endsAt: Temporal.Instant }>`
    select b.id, u.email, b.starts_at, b.ends_at from bookings b join users u on u.id = b.user_id
    where b.state = 'active' and b.starts_at <= ${now}`.execute(tx);
  const attendance = rows.map(({ id, email, startsAt, endsAt }) => {
    const own = random.fork(`${email} ${startsAt}`);
    if (!own.chance(NO_SHOWS)) return { id, cameAt: startsAt.subtract({ seconds: Math.round(own.between(40, 840)) }) };
    return { id, missedAt: Temporal.Instant.compare(endsAt, now) <= 0 ? endsAt : null };
  });
  await sql`
    update bookings b
    set checked_in_at = a.came_at, checked_in_by = case when a.came_at is not null then ${staff.id}::uuid end, no_show_at = a.missed_at
    from unnest(
      ${attendance.map(({ id }) => id)}::uuid[],
      ${attendance.map(({ cameAt }) => cameAt ?? null)}::timestamptz[],
      ${attendance.map(({ missedAt }) => missedAt ?? null)}::timestamptz[]) a (id, came_at, missed_at)
    where b.id = a.id`.execute(tx);
}
