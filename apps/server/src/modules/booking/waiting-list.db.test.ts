import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { gatherCrowd } from '../../../test-support/crowd.ts';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestEngine, type TestEngine } from '../../../test-support/test-engine.ts';

let studio: TestEngine;
beforeAll(async () => {
  studio = await startTestEngine();
});
afterAll(() => studio.stop());

const members = async (count: number, entries: number | null = 5) =>
  (await gatherCrowd(studio.db, studio.databaseUrl, count, entries)).map(({ id }) => id);

async function member(entries: number | null = 5): Promise<string> {
  const [id = ''] = await members(1, entries);
  return id;
}

/** A full session whose waiting list begins with more who cannot take a seat than are loaded at first. */
async function longIneligibleQueue() {
  const session = await fixtures(studio.db).session({ capacity: 1 });
  const [holder, waiters] = [await member(), await members(40)];
  await Promise.all([holder, ...waiters].map((id) => studio.book(id, session.id)));
  const frozen = { state: 'frozen', frozenAt: hoursFromNow(0) } as const;
  await studio.db.updateTable('tickets').set(frozen).where('userId', 'in', waiters).execute();
  return { sessionId: session.id, holder, waiters };
}

test('the first who can take the seat gets it, however many cannot', async () => {
  const { sessionId, holder, waiters } = await longIneligibleQueue();
  const [eligible, behind] = [await member(), await member()];
  await studio.book(eligible, sessionId);
  await studio.book(behind, sessionId);
  await studio.cancel(holder, sessionId);
  expect(await studio.places(sessionId)).toEqual({ active: [eligible], waiting: [...waiters, behind] });
  expect(await auditInvariants(studio.db)).toEqual([]);
});

test('an entry that comes back lets a member up who waits far back in another queue', async () => {
  const { sessionId, holder } = await longIneligibleQueue();
  const ben = await member(1);
  await studio.book(ben, sessionId);
  const other = await fixtures(studio.db).session({ startsAt: hoursFromNow(80) });
  await studio.book(ben, other.id);
  await studio.cancel(holder, sessionId);
  expect((await studio.places(sessionId)).active).toEqual([]);
  await studio.cancel(ben, other.id);
  expect((await studio.places(sessionId)).active).toEqual([ben]);
  expect(await auditInvariants(studio.db)).toEqual([]);
});
