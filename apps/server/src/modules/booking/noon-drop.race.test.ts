import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { createLogger } from '#platform/log.ts';
import { type ApiProcess, startApiProcess } from '../../../test-support/api-process.ts';
import { type CrowdMember, gatherCrowd, send } from '../../../test-support/crowd.ts';
import { fixtures } from '../../../test-support/fixtures.ts';
import { cloneDatabase, type TestDatabase } from '../../../test-support/test-database.ts';

const MEMBERS = 1_000;
const PLACES = 20;
const SLOW = new URL('../../../test-support/slow-decisions.ts', import.meta.url).pathname;
const WITHOUT_LOCKS = new URL('../../../test-support/without-locks.ts', import.meta.url).pathname;

let database: TestDatabase;
let db: Database;
let apis: ApiProcess[];

beforeEach(async () => {
  database = await cloneDatabase();
  db = openDatabase({ url: database.url, size: 4, log: createLogger('silent') }).db;
});

afterEach(async () => {
  await Promise.all(apis.map((api) => api.stop()));
  await db.destroy();
  await database.drop();
});

/** Everybody books at once, in turn at both processes; answers how each fared. */
async function drop({ places = PLACES, preload = [] as string[] } = {}) {
  apis = await Promise.all([1, 2].map(() => startApiProcess({ databaseUrl: database.url, preload })));
  const session = await fixtures(db).session({ capacity: places });
  const members = await gatherCrowd(db, database.url, MEMBERS, 5);
  const answers = await Promise.all(
    members.map((member, i) => send(apiOf(i), member, '/bookings', { sessionId: session.id })),
  );
  return { session, members, answers };
}

function apiOf(i: number): string {
  return apis[i % apis.length]?.url ?? '';
}

async function queueOf(sessionId: string) {
  const rows = await db
    .selectFrom('bookings')
    .select(['state', 'queueNumber'])
    .where('sessionId', '=', sessionId)
    .where('state', '<>', 'canceled')
    .orderBy('queueNumber')
    .execute();
  const waiting = rows.filter((row) => row.state === 'waiting').map((row) => row.queueNumber);
  return { active: rows.length - waiting.length, waiting };
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('1,000 members, 20 places, two API processes', () => {
  test('exactly 20 have a seat, 980 wait in line without gaps, and the books agree', async () => {
    const { session, answers } = await drop();
    expect(answers.map((answer) => answer.status)).toEqual(Array(MEMBERS).fill(201));
    expect(answers.filter((answer) => answer.body.state === 'active')).toHaveLength(PLACES);
    const positions = answers.flatMap(({ body }) => (body.state === 'waiting' ? [Number(body.waitingPosition)] : []));
    expect(positions.sort((a, b) => a - b)).toEqual(numbers(1, MEMBERS - PLACES));
    expect(await queueOf(session.id)).toEqual({ active: PLACES, waiting: numbers(1, MEMBERS - PLACES) });
    expect(await auditInvariants(db)).toEqual([]);
  }, 60_000);

  test('500 cancellations against 500 joins leave no seat empty, nobody twice, and the books agree', async () => {
    const { session, members, answers } = await drop();
    const newcomers = await gatherCrowd(db, database.url, 500, 5);
    const leaving = members.map((member, i) => ({ member, bookingId: String(answers[i]?.body.id) })).slice(0, 500);
    const mixed = await Promise.all([
      ...leaving.map(({ member, bookingId }, i) => send(apiOf(i), member, `/bookings/${bookingId}/cancel`, {})),
      ...newcomers.map((member: CrowdMember, i) => send(apiOf(i + 1), member, '/bookings', { sessionId: session.id })),
    ]);
    expect(mixed.filter(({ status }) => status === 200)).toHaveLength(500);
    expect(mixed.filter(({ status }) => status === 201)).toHaveLength(500);
    const { active, waiting } = await queueOf(session.id);
    expect(active).toBe(PLACES);
    expect(waiting).toHaveLength(MEMBERS - PLACES);
    expect(new Set(waiting).size).toBe(waiting.length);
    const row = await db.selectFrom('sessions').selectAll().where('id', '=', session.id).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ activeCount: PLACES, waitingCount: MEMBERS - PLACES });
    expect(await auditInvariants(db)).toEqual([]);
  }, 60_000);
});

// Places for half of the crowd, so that the batches of both processes give out seats and not only numbers in the queue.
describe.each([
  { title: 'two processes that meet between reading and deciding', preload: [SLOW], oversold: false },
  { title: 'the same without the locks', preload: [SLOW, WITHOUT_LOCKS], oversold: true },
])('the test of the test: $title', ({ preload, oversold }) => {
  const places = MEMBERS / 2;

  test(oversold ? 'oversell, and nobody is told' : 'keep the books right', async () => {
    const { session, answers } = await drop({ places, preload });
    const { active } = await queueOf(session.id);
    const told = answers.filter((answer) => answer.status === 201 && answer.body.state === 'active').length;
    expect(active > places).toBe(oversold);
    expect(told > places).toBe(oversold);
    expect((await auditInvariants(db)).length > 0).toBe(oversold);
  }, 60_000);
});
