import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { gatherCrowd } from '../../../test-support/crowd.ts';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestEngine, type TestEngine } from '../../../test-support/test-engine.ts';
import type { BookingEngine } from './booking-engine.ts';

let studio: TestEngine;
let engines: BookingEngine[];
beforeAll(async () => {
  studio = await startTestEngine();
  engines = [studio.engine, await studio.another()];
});
afterAll(() => studio.stop());

const ROUNDS = 20;

interface Tap {
  by: string;
  userId: string;
  sessionId: string;
  requestHash: string;
}

/** Two requests with one key, arriving at two API processes at once. */
function twins(first: Tap, second: Tap) {
  const key = crypto.randomUUID();
  return Promise.all(
    [first, second].map(({ by, requestHash, ...place }, i) =>
      engines[i]?.run({ kind: 'book', ...place, idempotency: { userId: by, key, requestHash } }),
    ),
  );
}

async function member(): Promise<string> {
  const [{ id } = { id: '' }] = await gatherCrowd(studio.db, studio.databaseUrl, 1, 5);
  return id;
}

async function twoSessions() {
  const { session } = fixtures(studio.db);
  const startsAt = hoursFromNow(72);
  return [await session({ capacity: ROUNDS }), await session({ capacity: ROUNDS, startsAt })] as const;
}

const outcomesOf = (decisions: Awaited<ReturnType<typeof twins>>) =>
  decisions.map((decision) => (decision && 'code' in decision ? decision.code : decision?.outcome)).sort();

test('a member taps twice: one booking, and the same answer to both', async () => {
  const [{ id: sessionId }] = await twoSessions();
  for (let round = 0; round < ROUNDS; round += 1) {
    const userId = await member();
    const tap = { by: userId, userId, sessionId, requestHash: 'same' };
    const decisions = await twins(tap, tap);
    expect(outcomesOf(decisions)).toEqual(['booked', 'repeated']);
    const answers = decisions.map((decision) =>
      decision?.outcome === 'repeated' ? decision.answer : decision?.outcome === 'booked' && decision.booking,
    );
    expect(answers[0]).toEqual(answers[1]);
  }
  expect((await studio.places(sessionId)).active).toHaveLength(ROUNDS);
  expect(await auditInvariants(studio.db)).toEqual([]);
});

test('a key for two sessions at once books one and refuses the other', async () => {
  const [one, other] = await twoSessions();
  for (let round = 0; round < ROUNDS; round += 1) {
    const userId = await member();
    const decisions = await twins(
      { by: userId, userId, sessionId: one.id, requestHash: 'one' },
      { by: userId, userId, sessionId: other.id, requestHash: 'other' },
    );
    expect(outcomesOf(decisions)).toEqual(['booked', 'idempotency_key_reused']);
  }
  expect(await auditInvariants(studio.db)).toEqual([]);
});

test("staff's key for two members at once books one and refuses the other", async () => {
  const [one, other] = await twoSessions();
  const staff = await member();
  for (let round = 0; round < ROUNDS; round += 1) {
    const decisions = await twins(
      { by: staff, userId: await member(), sessionId: one.id, requestHash: 'one' },
      { by: staff, userId: await member(), sessionId: other.id, requestHash: 'other' },
    );
    expect(outcomesOf(decisions)).toEqual(['booked', 'idempotency_key_reused']);
  }
  expect(await auditInvariants(studio.db)).toEqual([]);
});
