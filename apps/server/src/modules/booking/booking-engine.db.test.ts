import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { isDatabaseAway } from '#platform/db/pg-error.ts';
import { gatherCrowd } from '../../../test-support/crowd.ts';
import { fixtures } from '../../../test-support/fixtures.ts';
import { holdSession } from '../../../test-support/hold-session.ts';
import { startTestEngine, type TestEngine } from '../../../test-support/test-engine.ts';

let studio: TestEngine;
beforeEach(async () => {
  studio = await startTestEngine();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await studio.stop();
});

const members = async (count: number) =>
  (await gatherCrowd(studio.db, studio.databaseUrl, count, 5)).map(({ id }) => id);
const session = async (capacity = 500) => (await fixtures(studio.db).session({ capacity })).id;
const bookAll = (userIds: readonly string[], sessionId: string) =>
  Promise.allSettled(userIds.map((id) => studio.book(id, sessionId)));
const fulfilled = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.filter((result) => result.status === 'fulfilled').length;

/** Makes the database refuse every booking of this member. */
async function poison(userId: string): Promise<void> {
  await studio.asOwner(`
    create function refuse_poison() returns trigger language plpgsql as $$
    begin raise exception 'poison' using errcode = 'check_violation'; end $$;
    create trigger refuse_poison before insert on bookings for each row
    when (new.user_id = '${userId}') execute function refuse_poison()`);
}

/** Ends the engine's connections as a restart of the database would. */
async function endLanes(): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'openmat-lane' and datname = current_database()`.execute(studio.db);
}

describe('a batch', () => {
  test('is one transaction for all that waits', async () => {
    const [sessionId, crowd] = [await session(), await members(100)];
    await bookAll(crowd, sessionId);
    const { rows } = await sql<{ count: number }>`
      select count(distinct xmin::text)::int as count from bookings where session_id = ${sessionId}`.execute(studio.db);
    expect(rows[0]?.count).toBe(1);
  });

  test('with one poisoned command answers all its neighbours, of the same session and of others', async () => {
    const [one, other, crowd] = [await session(), await session(), await members(41)];
    const poisoned = crowd[20] ?? '';
    await poison(poisoned);
    const [here, there] = await Promise.all([bookAll(crowd, one), bookAll(crowd.slice(21), other)]);
    expect(here.map((result) => result.status)).toEqual(
      crowd.map((id) => (id === poisoned ? 'rejected' : 'fulfilled')),
    );
    expect(fulfilled(there)).toBe(20);
    expect((await studio.places(one)).active.sort()).toEqual(crowd.filter((id) => id !== poisoned).sort());
    expect(await auditInvariants(studio.db)).toEqual([]);
  });

  test('keeps the order of arrival within a session', async () => {
    const [sessionId, crowd] = [await session(10), await members(300)];
    await bookAll(crowd, sessionId);
    const { active, waiting } = await studio.places(sessionId);
    expect(active.sort()).toEqual(crowd.slice(0, 10).sort());
    expect(waiting).toEqual(crowd.slice(10));
  });
});

describe('a session that somebody else holds', () => {
  test('is answered as busy, and others in the same batch are answered', async () => {
    const [held, free, [anna = '', ben = '']] = [await session(), await session(), await members(2)];
    const { release } = await holdSession(studio.databaseUrl, held);
    const [blocked, answered] = await Promise.allSettled([studio.book(anna, held), studio.book(ben, free)]);
    expect(blocked).toMatchObject({ status: 'rejected', reason: { code: '55P03' } });
    expect(answered).toMatchObject({ status: 'fulfilled', value: { outcome: 'booked' } });
    await release();
    expect(await studio.book(anna, held)).toMatchObject({ outcome: 'booked' });
  });

  test('holds up nobody else for long: another lane takes its turn', async () => {
    const engine = await studio.another(2);
    const [held, free, [anna = '', ben = '']] = [await session(), await session(), await members(2)];
    const { release, waiter } = await holdSession(studio.databaseUrl, held);
    const blocked = engine.run({ kind: 'book', userId: anna, sessionId: held });
    await waiter();
    const answered = engine.run({ kind: 'book', userId: ben, sessionId: free });
    expect(await Promise.race([blocked.catch(() => 'busy'), answered])).toMatchObject({ outcome: 'booked' });
    await release();
    expect(await blocked).toMatchObject({ outcome: 'booked' });
  });

  test('is waited for when it is given back in time', async () => {
    const [held, [anna = '']] = [await session(), await members(1)];
    const { release, waiter } = await holdSession(studio.databaseUrl, held);
    const booking = studio.book(anna, held);
    await waiter();
    await release();
    expect(await booking).toMatchObject({ outcome: 'booked' });
  });
});

describe('a lost connection', () => {
  test('while nothing was going on is not noticed by later commands', async () => {
    const [sessionId, [anna = '']] = [await session(), await members(1)];
    await endLanes();
    await vi.waitFor(
      async () => expect(await studio.book(anna, sessionId)).toMatchObject({ outcome: 'booked' }),
      5_000,
    );
  });

  test('in the middle of a batch: its callers hear that they may try again, and nothing of it was done', async () => {
    const [sessionId, crowd] = [await session(), await members(20)];
    const { release, waiter } = await holdSession(studio.databaseUrl, sessionId);
    const attempt = bookAll(crowd, sessionId);
    await waiter();
    await endLanes();
    const results = await attempt;
    await release();
    expect(results.every((result) => result.status === 'rejected' && isDatabaseAway(result.reason))).toBe(true);
    expect((await studio.places(sessionId)).active).toEqual([]);
    await vi.waitFor(async () => expect(fulfilled(await bookAll(crowd, sessionId))).toBe(20), 5_000);
    expect((await studio.places(sessionId)).active.sort()).toEqual(crowd.sort());
    expect(await auditInvariants(studio.db)).toEqual([]);
  });

  test('again and again under load: who tries until there is an answer has exactly one booking', async () => {
    const [sessionId, crowd] = [await session(), await members(200)];
    const insist = async (userId: string) => {
      for (;;) {
        const decision = await studio.book(userId, sessionId).catch((error) => {
          if (!isDatabaseAway(error)) throw error;
          return null;
        });
        if (decision) return 'code' in decision ? decision.code : decision.outcome;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const answers = crowd.map(insist);
    for (let i = 0; i < 5; i += 1) await endLanes();
    const outcomes = new Set(await Promise.all(answers));
    // Whose connection was lost between the commit and the answer is told what there is.
    expect([...outcomes].filter((outcome) => outcome !== 'booked' && outcome !== 'already_booked')).toEqual([]);
    expect((await studio.places(sessionId)).active.sort()).toEqual(crowd.sort());
    expect(await auditInvariants(studio.db)).toEqual([]);
  });
});

describe('too much', () => {
  test('to wait for is refused as busy, and what waits is still done', async () => {
    const nowhere = crypto.randomUUID();
    const promote = () => studio.engine.run({ kind: 'promote', sessionId: nowhere, cause: 'swept' });
    const results = await Promise.allSettled(Array.from({ length: 20_010 }, promote));
    expect(fulfilled(results)).toBe(20_000);
    expect(results.at(-1)).toMatchObject({
      status: 'rejected',
      reason: { code: 'busy', details: { retryAfterSeconds: 1 } },
    });
    expect(await promote()).toMatchObject({ code: 'not_found' });
  });

  test('time in the queue: an old command is refused as busy and not begun', async () => {
    const [held, free, [anna = '', ben = '']] = [await session(), await session(), await members(2)];
    const { release, waiter } = await holdSession(studio.databaseUrl, held);
    const first = studio.book(anna, held);
    await waiter();
    const late = studio.book(ben, free);
    const clock = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => clock() + 9_000);
    await release();
    await expect(late).rejects.toMatchObject({ code: 'busy' });
    expect(await first).toMatchObject({ outcome: 'booked' });
    expect((await studio.places(free)).active).toEqual([]);
  });
});

test('closing does what was begun and refuses what comes later', async () => {
  const [sessionId, crowd] = [await session(), await members(300)];
  const under = bookAll(crowd, sessionId);
  const closed = studio.engine.close();
  await expect(studio.book(crowd[0] ?? '', sessionId)).rejects.toMatchObject({ code: 'busy' });
  await closed;
  expect(fulfilled(await under)).toBe(300);
  expect((await studio.places(sessionId)).active).toHaveLength(300);
});
