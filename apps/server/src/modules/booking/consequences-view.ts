import { type Static, Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { Id, Nullable, OneOf } from '#platform/http/schemas.ts';
import { bookingEventKinds } from './booking-events-job.ts';
import { type ConcernedPerson, countEffects, groupByPerson } from './concerned-people.ts';
import type { Consequences } from './consequences.ts';

/** More names than anybody reads before a confirmation; the numbers count everybody. */
const MAX_NAMES = 200;

const EffectSchema = OneOf(['place_lost', 'wait_ended', 'promoted', 'not_promoted', 'told']);

export const ConsequencesSchema = Type.Object({
  peopleCount: Type.Integer({ description: 'Members whom it concerns' }),
  people: Type.Array(
    Type.Object({
      userId: Id,
      name: Type.String(),
      sessionId: { ...Id, description: 'The session of the place; another one where an entry that comes back wins it' },
      sessionCount: Type.Integer({ description: 'More than 1 where the same happens in several sessions of a series' }),
      effect: EffectSchema,
      reason: Nullable(OneOf(['no_usable_ticket', 'account_blocked', 'overlapping_booking'])),
    }),
    { description: `The first ${MAX_NAMES}` },
  ),
  effects: Type.Array(Type.Object({ effect: EffectSchema, count: Type.Integer() }), {
    description: 'How many members each effect concerns, also those who are not shown',
  }),
  entriesReturned: Type.Integer({ description: 'Entries that come back to tickets' }),
  entriesSpent: Type.Integer({ description: 'Entries that are spent by those who get a place' }),
  refundedAmount: Type.Integer({ description: 'Always 0: entries come back to tickets, money stays where it is' }),
  mails: Type.Array(Type.Object({ kind: OneOf(bookingEventKinds), count: Type.Integer() }), {
    description: 'Messages by kind; members may have switched off the mails of some',
  }),
});
export type ConsequencesView = Static<typeof ConsequencesSchema>;

/** Consequences with the names of those concerned, each for every session. */
export function consequencesView(db: Database, consequences: Consequences): Promise<ConsequencesView> {
  return viewOf(
    db,
    consequences,
    consequences.concerned.map((one) => ({ ...one, sessionCount: 1 })),
  );
}

/** The same for many sessions at once: each person with the number of sessions. */
export function seriesConsequencesView(db: Database, consequences: Consequences): Promise<ConsequencesView> {
  return viewOf(db, consequences, groupByPerson(consequences.concerned));
}

async function viewOf(
  db: Database,
  { concerned, ...numbers }: Consequences,
  people: readonly ConcernedPerson[],
): Promise<ConsequencesView> {
  const shown = people.slice(0, MAX_NAMES);
  const names = await namesOf(db, [...new Set(shown.map(({ userId }) => userId))]);
  return {
    ...numbers,
    peopleCount: new Set(concerned.map(({ userId }) => userId)).size,
    effects: countEffects(concerned),
    people: shown.map((one) => ({ ...one, name: names.get(one.userId) ?? '' })),
    refundedAmount: 0,
  };
}

async function namesOf(db: Database, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const users = await db.selectFrom('users').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(users.map(({ id, name }) => [id, name]));
}
