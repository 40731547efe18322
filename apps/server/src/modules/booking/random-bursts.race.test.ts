import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { systemActor } from '#modules/audit/index.ts';
import { createTicketService } from '#modules/ticket/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import { gatherCrowd } from '../../../test-support/crowd.ts';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestEngine, type TestEngine } from '../../../test-support/test-engine.ts';
import type { BookingEngine } from './booking-engine.ts';
import { createTicketSeats } from './ticket-seats.ts';

const SESSIONS = 5;
const MEMBERS = 12;

let studio: TestEngine;
let engines: BookingEngine[];
beforeAll(async () => {
  studio = await startTestEngine({ lanes: 2 });
  engines = [studio.engine, await studio.another(2)];
  // Without a grace every cancellation inside the cutoff is late, also of a seat just taken.
  await studio.db.updateTable('studio').set({ promotionGraceMinutes: 0 }).execute();
});
afterAll(() => studio.stop());

const by = { actor: systemActor, reason: null };

const act = fc.record({
  kind: fc.oneof(
    { weight: 10, arbitrary: fc.constant('book' as const) },
    { weight: 8, arbitrary: fc.constant('cancel' as const) },
    { weight: 2, arbitrary: fc.constantFrom('resize' as const, 'move' as const, 'sweep' as const) },
    { weight: 2, arbitrary: fc.constantFrom('freeze' as const, 'unfreeze' as const, 'adjust' as const) },
    { weight: 1, arbitrary: fc.constantFrom('cancelSession' as const, 'revoke' as const) },
  ),
  member: fc.nat(MEMBERS - 1),
  session: fc.nat(SESSIONS - 1),
  number: fc.integer({ min: 1, max: 4 }),
  engine: fc.nat(1),
});
type Act = ReturnType<typeof act.generate>['value'];

/** Five sessions, neighbours overlapping; in some of them it is late to cancel already. */
async function open(capacities: readonly number[], late: readonly boolean[]) {
  const { db, databaseUrl } = studio;
  const sessions = await Promise.all(
    capacities.map((capacity, i) =>
      fixtures(db).session({
        capacity,
        startsAt: hoursFromNow(48 + 0.75 * i),
        cancellationCutoffMinutes: late[i] ? 60 * 96 : null,
      }),
    ),
  );
  const crowds = await Promise.all([1, 3, null].map((entries) => gatherCrowd(db, databaseUrl, MEMBERS / 3, entries)));
  return { sessions: sessions.map(({ id }) => id), members: crowds.flat().map(({ id }) => id) };
}

async function perform({ sessions, members }: Awaited<ReturnType<typeof open>>, happens: Act): Promise<unknown> {
  const { kind, number } = happens;
  const [sessionId = '', userId = ''] = [sessions[happens.session], members[happens.member]];
  const run = engines[happens.engine]?.run ?? studio.engine.run;
  switch (kind) {
    case 'book':
      return run({ kind, sessionId, userId });
    case 'cancel': {
      const booking = await studio.bookingOf(userId, sessionId).catch(() => null);
      return booking && run({ kind, sessionId, userId, bookingId: booking.id, forfeit: true });
    }
    case 'resize':
      return run({
        kind: 'changeSession',
        sessionId,
        patch: { capacity: number },
        allowOverCapacity: number % 2 === 0,
        reason: null,
        staff: systemActor,
      });
    case 'move': {
      const startsAt = hoursFromNow(48 + number);
      const patch = { startsAt, endsAt: startsAt.add({ hours: 1 }) };
      return run({
        kind: 'changeSession',
        sessionId,
        patch,
        allowOverCapacity: false,
        reason: null,
        staff: systemActor,
      });
    }
    case 'sweep':
      return run({ kind: 'promote', sessionId, cause: 'swept' });
    case 'cancelSession':
      return run({ kind, sessionId, reason: null, staff: systemActor });
    default:
      return changeTicket(userId, kind, number).catch((error) => {
        if (!(error instanceof AppError)) throw error;
      });
  }
}

async function changeTicket(userId: string, kind: 'freeze' | 'unfreeze' | 'adjust' | 'revoke', number: number) {
  const { db, jobs } = studio;
  const tickets = createTicketService({ seats: createTicketSeats(jobs) });
  const { id } = await db.selectFrom('tickets').select('id').where('userId', '=', userId).executeTakeFirstOrThrow();
  return inTransaction<unknown>(db, (tx) => {
    if (kind === 'freeze') return tickets.freezeTicket(tx, id, by);
    if (kind === 'unfreeze') return tickets.unfreezeTicket(tx, id, by);
    if (kind === 'revoke') return tickets.revokeTicket(tx, id, by);
    return tickets.changeTicket(tx, id, { entriesDelta: number - 2 || 1 }, by);
  });
}

test('whatever happens at once, from two processes, the books agree after every burst', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: SESSIONS, maxLength: SESSIONS }),
      fc.array(fc.boolean(), { minLength: SESSIONS, maxLength: SESSIONS }),
      fc.array(fc.array(act, { minLength: 1, maxLength: 20, size: 'max' }), {
        minLength: 5,
        maxLength: 12,
        size: 'max',
      }),
      async (capacities, late, bursts) => {
        const place = await open(capacities, late);
        for (const burst of bursts) {
          await Promise.all(burst.map((happens) => perform(place, happens)));
          expect(await auditInvariants(studio.db)).toEqual([]);
        }
      },
    ),
    { numRuns: 15, endOnFailure: true },
  );
}, 120_000);
