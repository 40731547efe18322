import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { recordAudit, systemActor } from './record-audit.ts';

let api: TestApi;
let admin: { id: string; name: string };
let token: string;
beforeAll(async () => {
  api = await startTestApi();
  admin = await fixtures(api.services.db).user({ role: 'admin', name: 'Ada' });
  token = api.tokenOf(admin.id, 'admin');
});
afterAll(() => api.close());

const list = async (query: string) => (await api.call('GET', `/admin/audit?${query}`, { token })).json();

/** A session whose instructor was changed through the API: one row. */
async function substituted() {
  const make = fixtures(api.services.db);
  const [classTypeId, before, after] = await Promise.all([
    make.classType({ name: 'Slow Flow' }),
    make.instructor({ name: 'Mia' }),
    make.instructor({ name: 'Noa' }),
  ]);
  const session = await make.session({ classTypeId, instructorId: before, startsAt: hoursFromNow(50) });
  const answer = await api.call('PATCH', `/admin/sessions/${session.id}`, { token, body: { instructorId: after } });
  expect(answer.statusCode).toBe(200);
  return { session, before, after };
}

/** One row of the system's own. */
const recordBySystem = () =>
  api.services.db.transaction().execute((tx) =>
    recordAudit(tx, {
      actor: systemActor,
      action: 'user.create',
      entity: 'user',
      entityId: admin.id,
      after: { role: 'admin' },
    }),
  );

test('a row says who changed what, with names for every id', async () => {
  const { session, before, after } = await substituted();
  const { items } = await list(`entityId=${session.id}`);
  expect(items).toEqual([
    {
      id: expect.any(Number),
      at: expect.any(String),
      actor: { id: admin.id, name: 'Ada', role: 'admin' },
      action: 'session.change',
      entity: 'session',
      entityId: session.id,
      before: expect.objectContaining({ instructorId: before }),
      after: expect.objectContaining({ instructorId: after }),
      reason: null,
      requestId: expect.any(String),
      address: expect.any(String),
      labels: {
        [session.id]: { name: 'Slow Flow', at: expect.any(String), timeZone: expect.any(String) },
        [before]: { name: 'Mia', at: null, timeZone: null },
        [after]: { name: 'Noa', at: null, timeZone: null },
      },
    },
  ]);
});

test('it is filtered by actor, action, entity and time, and paged without gaps', async () => {
  const ids = [];
  for (let i = 0; i < 3; i += 1) ids.unshift((await substituted()).session.id);
  const query = `actorId=${admin.id}&action=session.change&entity=session&limit=2`;
  const first = await list(query);
  const second = await list(`${query}&cursor=${first.nextCursor}`);
  const seen = [...first.items, ...second.items].map(({ entityId }) => entityId);
  expect(seen.slice(0, 3)).toEqual(ids);
  expect(new Set(seen).size).toBe(seen.length);

  const at = first.items[0].at;
  expect((await list(`from=${encodeURIComponent(at)}`)).items[0].at).toBe(at);
  expect((await list(`to=${encodeURIComponent(at)}&limit=1`)).items[0].at).not.toBe(at);
  expect((await list(`from=${encodeURIComponent(at)}&action=session.cancel`)).items).toEqual([]);
});

test('what happened by itself is found by the role of the system', async () => {
  await substituted();
  await recordBySystem();
  const { items } = await list('actorRole=system&limit=100');
  expect(items).toMatchObject([{ actor: { id: null, name: null, role: 'system' }, action: 'user.create' }]);
  const byAdmins = (await list('actorRole=admin&limit=100')).items;
  expect(new Set(byAdmins.map(({ actor }: { actor: { role: string } }) => actor.role))).toEqual(new Set(['admin']));
  expect(await list('actorRole=nobody')).toMatchObject({ status: 400, errors: [{ field: 'actorRole' }] });
});

test('all of it is a file on request', async () => {
  const { session } = await substituted();
  const answer = await api.call('GET', `/admin/audit?format=csv&entityId=${session.id}`, { token });
  const [head, line] = answer.body.split('\r\n');
  expect(head).toBe('id,at,actor,role,action,entity,entity_id,about,before,after,reason');
  expect(line).toContain(`Ada,admin,session.change,session,${session.id},Slow Flow,`);
});

test.each(['nonsense', Buffer.from('["1 or 1=1"]').toString('base64url')])('refuses the cursor %s', async (cursor) => {
  const answer = await api.call('GET', `/admin/audit?cursor=${cursor}`, { token });
  expect(answer.json()).toMatchObject({ code: 'validation_failed', errors: [{ field: 'cursor' }] });
});

test.each(['update audit_log set reason = null', 'delete from audit_log', 'truncate audit_log'])(
  'the connection of the API may not %s',
  async (statement) => {
    await substituted();
    await expect(sql.raw(statement).execute(api.services.db)).rejects.toMatchObject({ code: '42501' });
  },
);
