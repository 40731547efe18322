import { type Static, Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';

/** What a member wants to hear about, besides what everybody is told. */
export const Preferences = Type.Object(
  {
    bookings: Type.Boolean({ description: 'Changes of places and of the waiting list' }),
    tickets: Type.Boolean({ description: 'Purchases, and tickets that run out' }),
    reminders: Type.Array(Type.Integer({ minimum: 15, maximum: 10_080 }), {
      maxItems: 3,
      uniqueItems: true,
      description: 'Minutes before the start; none: no reminders',
    }),
  },
  { additionalProperties: false },
);
export type Preferences = Static<typeof Preferences>;

/** For members who never chose; the same as the table's defaults. */
export const DEFAULT_PREFERENCES: Preferences = { bookings: true, tickets: true, reminders: [1_440, 120] };

export async function findPreferences(db: Database, userId: string): Promise<Preferences> {
  const row = await db
    .selectFrom('notificationPreferences')
    .select(['bookings', 'tickets', 'reminderMinutes'])
    .where('userId', '=', userId)
    .executeTakeFirst();
  if (!row) return DEFAULT_PREFERENCES;
  const { reminderMinutes: reminders, ...categories } = row;
  return { ...categories, reminders };
}

/** Keeps what was chosen; what is absent stays as it was. */
export async function savePreferences(
  db: Database,
  userId: string,
  { reminders, ...categories }: Partial<Preferences>,
): Promise<void> {
  const chosen = { ...categories, ...(reminders && { reminderMinutes: reminders.toSorted((a, b) => b - a) }) };
  const updatedAt = Temporal.Now.instant();
  await db
    .insertInto('notificationPreferences')
    .values({ userId, ...chosen })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ ...chosen, updatedAt }))
    .execute();
}
