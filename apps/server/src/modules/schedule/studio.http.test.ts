import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
let token: string;

beforeAll(async () => {
  api = await startTestApi();
  const { id } = await fixtures(api.services.db).user({ role: 'admin' });
  token = api.tokenOf(id, 'admin');
});
afterAll(() => api.close());

const patch = (body: object) => api.call('PATCH', '/admin/studio', { token, body });
const audited = () =>
  api.services.db
    .selectFrom('auditLog')
    .select(['before', 'after'])
    .where('action', '=', 'studio.update')
    .orderBy('id', 'desc')
    .execute();

test('everybody may know the settings and the policy', async () => {
  expect((await api.call('GET', '/studio')).json()).toEqual({
    name: 'Openmat Studio',
    currency: 'EUR',
    locales: ['en'],
    defaultLocale: 'en',
    timeZone: 'UTC',
    accentColor: '#0f766e',
    policy: {
      bookingOpensDaysBefore: 28,
      bookingClosesMinutesBefore: 0,
      cancellationCutoffMinutes: 120,
      waitlistClosesMinutesBefore: 120,
      promotionGraceMinutes: 15,
      overlappingBookingsAllowed: false,
      noShowsMarked: true,
      noShowMinutesAfter: 30,
    },
  });
});

test('a change is public at once and audited with the changed fields only', async () => {
  await api.call('GET', '/studio');
  const change = { name: 'Riverside Yoga', timeZone: 'Europe/Ljubljana', locales: ['en', 'sl'], defaultLocale: 'sl' };
  const response = await patch({ ...change, currency: 'EUR', policy: { cancellationCutoffMinutes: 720 } });
  expect(response.json()).toMatchObject({
    ...change,
    policy: { cancellationCutoffMinutes: 720, promotionGraceMinutes: 15 },
  });
  const { version, ...known } = response.json();
  expect((await api.call('GET', '/studio')).json()).toEqual(known);
  expect((await api.call('GET', '/admin/studio', { token })).json()).toEqual({ ...known, version });
  expect((await audited())[0]).toEqual({
    before: {
      name: 'Openmat Studio',
      timeZone: 'UTC',
      locales: ['en'],
      defaultLocale: 'en',
      cancellationCutoffMinutes: 120,
    },
    after: { ...change, cancellationCutoffMinutes: 720 },
  });
});

test('no-shows are policy, too', async () => {
  const policy = { noShowsMarked: false, noShowMinutesAfter: 0 };
  expect((await patch({ policy })).json()).toMatchObject({ policy });
  expect((await audited())[0]).toEqual({ before: { noShowsMarked: true, noShowMinutesAfter: 30 }, after: policy });
});

test('whoever saves what is no longer as they saw it is told, and nothing of theirs is saved', async () => {
  const { version } = (await api.call('GET', '/admin/studio', { token })).json();
  const first = await patch({ name: 'Old Mill', version });
  const second = await patch({ name: 'New Mill', version });
  expect(second.json()).toMatchObject({ status: 409, code: 'version_conflict', version: first.json().version });
  expect((await patch({ name: 'New Mill', version: first.json().version })).statusCode).toBe(200);
});

test('the currency stays while something is for sale in it', async () => {
  const plan = { name: 'Ten entries', price: 12_000, entries: 10, validityDays: 90 };
  const { id: planId } = (await api.call('POST', '/admin/ticket-plans', { token, body: plan })).json();
  const refused = await patch({ currency: 'CHF' });
  expect(refused.json()).toMatchObject({ code: 'still_in_use', plans: [{ name: 'Ten entries', currency: 'EUR' }] });
  await api.call('PATCH', `/admin/ticket-plans/${planId}`, { token, body: { isActive: false } });
  expect((await patch({ currency: 'CHF' })).json()).toMatchObject({ currency: 'CHF' });
  await patch({ currency: 'EUR' });
});

test('the same settings again are no change', async () => {
  const before = (await audited()).length;
  const { policy, ...settings } = (await api.call('GET', '/studio')).json();
  expect((await patch({ ...settings, policy })).statusCode).toBe(200);
  expect(await audited()).toHaveLength(before);
});

describe('refuses', () => {
  test.each([
    ['an unknown time zone', { timeZone: 'Mars/Olympus_Mons' }, 'timeZone'],
    ['an offset as time zone', { timeZone: '+02:00' }, 'timeZone'],
    ['an unknown currency', { currency: 'ZZZ' }, 'currency'],
    ['an unknown locale', { locales: ['not a locale'] }, 'locales/0'],
    ['a default locale that is not spoken', { defaultLocale: 'ja' }, 'defaultLocale'],
    ['a colour that is none', { accentColor: 'red' }, 'accentColor'],
    ['a negative policy', { policy: { cancellationCutoffMinutes: -1 } }, 'policy/cancellationCutoffMinutes'],
    ['text for a number', { policy: { cancellationCutoffMinutes: '60' } }, 'policy/cancellationCutoffMinutes'],
    ['no-shows after more than a day', { policy: { noShowMinutesAfter: 1_441 } }, 'policy/noShowMinutesAfter'],
    ['a policy outside of policy', { cancellationCutoffMinutes: 60 }, 'cancellationCutoffMinutes'],
  ])('%s', async (_, body, field) => {
    const response = await patch(body);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ status: 400, code: 'validation_failed', errors: [{ field }] });
  });

  test('staff and strangers', async () => {
    const { id } = await fixtures(api.services.db).user({ role: 'staff' });
    expect((await api.call('PATCH', '/admin/studio', { body: {} })).statusCode).toBe(401);
    expect((await api.call('PATCH', '/admin/studio', { token: api.tokenOf(id, 'staff'), body: {} })).statusCode).toBe(
      403,
    );
  });
});
