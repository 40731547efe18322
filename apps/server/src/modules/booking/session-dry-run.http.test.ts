import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

let studio: StudioApi;
let admin: Person;
beforeAll(async () => {
  studio = await startStudioApi();
  admin = await studio.person('admin', 0);
});
afterAll(() => studio.close());

/** A full session of one place: one holds it, one waits with a ticket, one whose ticket is gone waits before them. */
async function fullSession() {
  const session = await studio.session({ capacity: 1, startsAt: hoursFromNow(48).round('minute') });
  const [holder, broke, next] = [await studio.person(), await studio.person(), await studio.person()];
  for (const person of [holder, broke, next]) await person.book(session.id);
  const revoked = { state: 'revoked', revokedAt: Temporal.Now.instant() } as const;
  await studio.db.updateTable('tickets').set(revoked).where('userId', '=', broke.id).execute();
  return { session, holder, broke, next, path: `/admin/sessions/${session.id}` };
}

/** Every row of every table. */
async function everything(): Promise<string> {
  const { rows: tables } = await sql<{
    name: string;
  }>`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
    from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
    order by 1`.execute(studio.db);
  expect(tables.length).toBeGreaterThan(20);
  const contents = tables.map(async ({ name }) => {
    const { rows } = await sql`select to_jsonb(t)::text as row from ${sql.raw(name)} t order by 1`.execute(studio.db);
    return [name, rows];
  });
  return JSON.stringify(await Promise.all(contents));
}

test('nothing is written, whatever is tried', async () => {
  const { path } = await fullSession();
  const empty = await studio.session({ capacity: 1, startsAt: hoursFromNow(72) });
  const before = await everything();
  const tried = [
    await admin.patch(path, {
      capacity: 5,
      startsAt: hoursFromNow(50).toString(),
      endsAt: hoursFromNow(51).toString(),
      dryRun: true,
    }),
    await admin.patch(path, { instructorId: await knownInstructor(), dryRun: true }),
    await admin.post(`${path}/cancel`, { reason: 'Storm', dryRun: true }),
    await admin.delete(`/admin/sessions/${empty.id}?dryRun=true`),
  ];
  expect(tried.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
  expect(tried.map((response) => response.json().dryRun)).toEqual([true, true, true, true]);
  expect(await everything()).toBe(before);
});

async function knownInstructor(): Promise<string> {
  const { id } = await studio.db.selectFrom('instructors').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow();
  return id;
}

describe('more places', () => {
  test('say who moves up, who cannot and why, and what really happens is the same', async () => {
    const { session, broke, next, path } = await fullSession();
    const { capacity, activeCount, consequences } = (await admin.patch(path, { capacity: 2, dryRun: true })).json();
    expect({ capacity, activeCount }).toEqual({ capacity: 1, activeCount: 1 });
    expect(consequences).toMatchObject({ peopleCount: 2, entriesReturned: 0, entriesSpent: 1, refundedAmount: 0 });
    const concerned = { sessionId: session.id, sessionCount: 1, name: expect.any(String) };
    expect(consequences.people).toEqual([
      { ...concerned, userId: broke.id, effect: 'not_promoted', reason: 'no_usable_ticket' },
      { ...concerned, userId: next.id, effect: 'promoted', reason: null },
    ]);
    expect(consequences.effects).toEqual([
      { effect: 'not_promoted', count: 1 },
      { effect: 'promoted', count: 1 },
    ]);
    expect(consequences.mails).toEqual([
      { kind: 'promotion_skipped', count: 1 },
      { kind: 'booking_promoted', count: 1 },
    ]);
    const real = (await admin.patch(path, { capacity: 2 })).json();
    expect(real).toMatchObject({ activeCount: 2, waitingCount: 1, dryRun: false, consequences: null });
  });

  test('fewer than are booked are refused in a dry run too', async () => {
    const session = await studio.session({ capacity: 2, startsAt: hoursFromNow(48) });
    for (const person of [await studio.person(), await studio.person()]) await person.book(session.id);
    const path = `/admin/sessions/${session.id}`;
    const refusal = (await admin.patch(path, { capacity: 1, dryRun: true })).json();
    expect(refusal).toMatchObject({ code: 'capacity_below_active', activeCount: 2, capacity: 1 });
    const allowed = (await admin.patch(path, { capacity: 1, allowOverCapacity: true, dryRun: true })).json();
    expect(allowed.consequences).toMatchObject({ peopleCount: 0, people: [], mails: [] });
  });
});

test('a cancellation says whose place and whose wait ends, which entries come back and who is told', async () => {
  const { session, holder, broke, next, path } = await fullSession();
  const { consequences, state } = (await admin.post(`${path}/cancel`, { dryRun: true })).json();
  expect(state).toBe('scheduled');
  expect(consequences).toMatchObject({ peopleCount: 3, entriesReturned: 1, refundedAmount: 0 });
  expect(consequences.mails).toEqual([{ kind: 'session_canceled', count: 3 }]);
  const effects = new Map(
    consequences.people.map((one: { userId: string; effect: string }) => [one.userId, one.effect]),
  );
  expect([holder, broke, next].map(({ id }) => effects.get(id))).toEqual(['place_lost', 'wait_ended', 'wait_ended']);
  expect(await studio.entriesOf(holder)).toBe(4);
  expect(consequences.people[0].sessionId).toBe(session.id);
});

test('a move is told to everybody, once a person', async () => {
  const { path } = await fullSession();
  const times = { startsAt: hoursFromNow(60).toString(), endsAt: hoursFromNow(61).toString() };
  const instructorId = await studio.instructor();
  const { consequences } = (await admin.patch(path, { ...times, instructorId, dryRun: true })).json();
  expect(consequences.people.map(({ effect }: { effect: string }) => effect)).toEqual(['told', 'told', 'told']);
  expect(consequences.mails).toEqual([
    { kind: 'session_moved', count: 3 },
    { kind: 'instructor_changed', count: 3 },
  ]);
});

test('a session with bookings is not deleted, and a dry run says so', async () => {
  const { path } = await fullSession();
  expect((await admin.delete(`${path}?dryRun=true`)).json()).toMatchObject({ status: 409, code: 'still_in_use' });
});

test('who changes what somebody else has changed meanwhile is told', async () => {
  const { path } = await fullSession();
  const { version } = (await admin.get(path)).json();
  const changed = (await admin.patch(path, { capacity: 2, version })).json();
  expect(changed.version).toBeGreaterThan(version);
  for (const dryRun of [true, false]) {
    const refusal = (await admin.patch(path, { capacity: 3, version, dryRun })).json();
    expect(refusal).toMatchObject({ status: 409, code: 'version_conflict', version: changed.version });
  }
  expect((await admin.patch(path, { capacity: 3, version: changed.version })).statusCode).toBe(200);
});

test('who cancels or deletes what somebody else has changed meanwhile is told', async () => {
  const { id } = await studio.session({ capacity: 1, startsAt: hoursFromNow(48) });
  const path = `/admin/sessions/${id}`;
  const seen = (await admin.get(path)).json().version;
  const { version } = (await admin.patch(path, { capacity: 2 })).json();
  const tried = [
    await admin.post(`${path}/cancel`, { version: seen }),
    await admin.post(`${path}/cancel`, { version: seen, dryRun: true }),
    await admin.delete(`${path}?version=${seen}`),
    await admin.delete(`${path}?version=${seen}&dryRun=true`),
  ];
  for (const refusal of tried) expect(refusal.json()).toMatchObject({ status: 409, code: 'version_conflict', version });
  expect((await admin.get(path)).json()).toMatchObject({ state: 'scheduled', isActive: true, version });
  expect((await admin.delete(`${path}?version=${version}&dryRun=true`)).statusCode).toBe(200);
  expect((await admin.post(`${path}/cancel`, { version })).json()).toMatchObject({ state: 'canceled' });
});

test('bookings do not raise the version', async () => {
  const { id } = await studio.session({ capacity: 2, startsAt: hoursFromNow(48) });
  const { version } = (await admin.get(`/admin/sessions/${id}`)).json();
  await (await studio.person()).book(id);
  expect((await admin.patch(`/admin/sessions/${id}`, { capacity: 3, version })).statusCode).toBe(200);
});
