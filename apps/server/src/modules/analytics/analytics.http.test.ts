import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pastSessions } from '../../../test-support/past-sessions.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

let api: StudioApi;
let admin: Person;
beforeAll(async () => {
  api = await startStudioApi();
  admin = await api.person('admin');
});
afterAll(() => api.close());

const STUDIO = ['kpis', 'registrations', 'revenue', 'ticket-usage', 'retention'];
const SESSIONS = ['bookings-by-weekday', 'popular-classes', 'utilization', 'demand', 'attendance'];

describe.each(['member', 'staff'] as const)('%s', (role) => {
  test.each([...STUDIO, ...SESSIONS])('may not see %s', async (path) => {
    const person = await api.person(role);
    expect((await person.get(`/admin/analytics/${path}`)).statusCode).toBe(403);
  });

  test('may not replay', async () => {
    const person = await api.person(role);
    const answer = await person.post('/admin/analytics/policy-lab', { policy: { cancellationCutoffMinutes: 60 } });
    expect(answer.statusCode).toBe(403);
  });
});

describe.each([...STUDIO, ...SESSIONS])('%s', (path) => {
  test('answers for the last thirty days when nothing is said', async () => {
    const { period } = (await admin.get(`/admin/analytics/${path}`)).json();
    expect(Temporal.PlainDate.from(period.from).until(period.to).days).toBe(29);
    expect(Temporal.Now.plainDateISO(period.timeZone).toString()).toBe(period.to);
  });

  test('comes as a file, too', async () => {
    const answer = await admin.get(`/admin/analytics/${path}?from=2025-03-01&to=2025-03-31&format=csv&bom=true`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^text\/csv/);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${path}-2025-03-01-2025-03-31.csv"`);
    expect(answer.body).toMatch(/^\uFEFF[a-z_,]+\r\n/);
  });

  test.each([
    ['from=2025-03-02&to=2025-03-01', 'from'],
    ['from=yesterday', 'from'],
    ['from=2025-02-30', 'from'],
    ['from=2000-01-01&to=2026-01-01', 'from'],
    ['locationId=here', 'locationId'],
  ])('refuses %s', async (query, field) => {
    const answer = await admin.get(`/admin/analytics/${path}?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toMatchObject([{ field }]);
  });
});

test.each(STUDIO)('%s is of no location: to ask for one is refused instead of passed over', async (path) => {
  const answer = await admin.get(`/admin/analytics/${path}?locationId=${crypto.randomUUID()}`);
  expect(answer.json()).toMatchObject({ code: 'validation_failed' });
});

test('the name of a class cannot become a formula in a spreadsheet', async () => {
  const { at, booking } = pastSessions(api.db);
  const classTypeId = await api.classType({ name: '=1+1' });
  await booking(await at('2021-06-01T18:00[Europe/Ljubljana]', { classTypeId }));
  const { body } = await admin.get('/admin/analytics/popular-classes?from=2021-06-01&to=2021-06-01&format=csv');
  expect(body.split('\r\n')[1]).toBe(`${classTypeId},'=1+1,1,1,1,10,0.1`);
});

describe('the policy lab', () => {
  const replay = async (policy: object, rest = { from: '2021-07-01', to: '2021-07-01' }) =>
    admin.post('/admin/analytics/policy-lab', { ...rest, policy });

  test('compares what happened with what other rules would have made of it, and changes nothing', async () => {
    const { at, booking } = pastSessions(api.db);
    const session = await at('2021-07-01T18:00[Europe/Ljubljana]', { capacity: 1 });
    const canceled = { canceledAt: session.startsAt.subtract({ hours: 1 }), canceledReason: 'late' } as const;
    const owner = (await api.user()).id;
    const limited = { userId: owner, ticketId: (await api.ticket(owner, 5)).id };
    await booking(session, { ...limited, ...canceled, entryForfeited: true });
    const bookedAt = session.startsAt.subtract({ hours: 20 });
    await booking(session, { bookedAt, queueNumber: 1, canceledReason: 'list_closed', canceledAt: session.startsAt });
    const before = await api.db.selectFrom('bookings').selectAll().orderBy('id').execute();

    const answer = await replay({ waitlistClosesMinutesBefore: 30 });
    expect(answer.statusCode).toBe(200);
    const past = {
      sessions: 1,
      capacity: 1,
      booked: 0,
      fillRate: 0,
      placedFromList: 0,
      unplaced: 1,
      lateCancels: 1,
      forfeitedEntries: 1,
    };
    expect(answer.json()).toEqual({
      period: { from: '2021-07-01', to: '2021-07-01', timeZone: 'UTC' },
      actual: past,
      unchanged: past,
      changed: { ...past, booked: 1, fillRate: 1, placedFromList: 1, unplaced: 0, forfeitedEntries: 0 },
      assumptions: expect.arrayContaining([{ code: 'same_behavior', text: expect.any(String) }]),
    });
    expect(await api.db.selectFrom('bookings').selectAll().orderBy('id').execute()).toEqual(before);
  });

  test('takes what the settings take', async () => {
    expect((await replay({ cancellationCutoffMinutes: 525_600 })).statusCode).toBe(200);
  });

  test.each([
    ['nothing to change', {}, undefined],
    ['an unknown rule', { bookingOpensDaysBefore: 3 }, undefined],
    ['a cutoff of more than a year', { cancellationCutoffMinutes: 525_601 }, undefined],
    ['half a place', { capacityChange: { unit: 'places', amount: 0.5 } }, undefined],
    ['more than a hundred days', { cancellationCutoffMinutes: 60 }, { from: '2021-01-01', to: '2021-07-01' }],
  ])('refuses %s', async (_, policy, days) => {
    expect((await replay(policy, days)).json()).toMatchObject({ code: 'validation_failed' });
  });
});
