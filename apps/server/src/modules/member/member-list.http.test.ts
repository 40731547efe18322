import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import type { MemberItem } from './list-members.ts';

let api: TestApi;
let adminId: string;
const make = () => fixtures(api.services.db);
const days = (count: number) => hoursFromNow(24 * count);

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  const { db } = api.services;
  // Each test finds only its own people.
  await db.updateTable('users').set({ deletedAt: Temporal.Now.instant() }).where('deletedAt', 'is', null).execute();
  adminId = (await make().user({ role: 'admin', name: 'Boss' })).id;
});

const get = (query: string) =>
  api.call('GET', `/admin/users?role=member&${query}`, { token: api.tokenOf(adminId, 'admin') });
const list = async (query = ''): Promise<{ items: MemberItem[]; nextCursor: string | null }> =>
  (await get(query)).json();
const names = async (query: string) => (await list(query)).items.map(({ name }) => name);

describe('how a member stands for tickets', () => {
  const usedUp = (id: string) => make().ticket(id, 0);
  const standings: [string, string, (id: string) => unknown][] = [
    ['without a ticket', 'none', () => undefined],
    ['with entries until in three months', 'active', (id) => make().ticket(id)],
    ['with one entry left', 'active', (id) => make().ticket(id, 1)],
    [
      'with a ticket that begins next week',
      'active',
      (id) => make().ticket(id, 5, { validFrom: days(7), validUntil: days(37) }),
    ],
    [
      'with a ticket that starts with its first booking',
      'active',
      (id) => make().ticket(id, 5, { validFrom: null, validUntil: null, validityDays: 30 }),
    ],
    [
      'with a frozen ticket that would have ended',
      'active',
      (id) => make().ticket(id, 5, { state: 'frozen', frozenAt: days(-9), validFrom: days(-30), validUntil: days(-1) }),
    ],
    ['with a ticket that ends in a week', 'expiring', (id) => make().ticket(id, null, { validUntil: days(7) })],
    [
      'with two tickets that end this week',
      'expiring',
      async (id) => {
        await make().ticket(id, 3, { validUntil: days(5) });
        await make().ticket(id, 3, { validUntil: days(6) });
      },
    ],
    [
      'with one ticket that ends and one that lasts',
      'active',
      async (id) => {
        await make().ticket(id, 3, { validUntil: days(5) });
        await make().ticket(id);
      },
    ],
    [
      'with one ticket that ends and one that is used up',
      'expiring',
      async (id) => {
        await make().ticket(id, 3, { validUntil: days(5) });
        await usedUp(id);
      },
    ],
    [
      'with entries on a ticket that ended',
      'expired',
      (id) => make().ticket(id, 3, { validFrom: days(-30), validUntil: days(-1) }),
    ],
    ['with nothing left on a ticket', 'expired', usedUp],
    [
      'with a frozen ticket without entries',
      'expired',
      (id) => make().ticket(id, 0, { state: 'frozen', frozenAt: days(-1) }),
    ],
    [
      'with a ticket that was revoked',
      'expired',
      (id) => make().ticket(id, 3, { state: 'revoked', revokedAt: days(-1) }),
    ],
  ];

  test.each(standings)('%s: %s', async (name, status, give) => {
    const { id } = await make().user({ name });
    await give(id);
    expect((await list()).items).toMatchObject([{ name, ticketStatus: status }]);
    const found = [];
    for (const wanted of ['active', 'expiring', 'expired', 'none']) {
      if ((await names(`ticketStatus=${wanted}`)).length > 0) found.push(wanted);
    }
    expect(found).toEqual(status === 'expiring' ? ['active', 'expiring'] : [status]);
  });

  test('is asked for another number of days', async () => {
    const { id } = await make().user();
    await make().ticket(id, 3, { validUntil: days(20) });
    expect(await names('ticketStatus=expiring')).toEqual([]);
    expect((await list('ticketStatus=expiring&expiringWithinDays=21')).items).toMatchObject([
      { ticketStatus: 'expiring' },
    ]);
  });

  test('is told with the ticket that stands for the others', async () => {
    const best = async (give: (id: string) => Promise<unknown>) => {
      const { id, email } = await make().user();
      await give(id);
      return (await list(`q=${email}`)).items[0]?.bestTicket;
    };
    expect(await best(async () => undefined)).toBeNull();
    const until = days(40).round('millisecond');
    const lasting = await best(async (id) => {
      await make().ticket(id, 3, { validUntil: days(10) });
      await make().ticket(id, 5, { validUntil: until });
      await make().ticket(id, 9, { validUntil: days(90), state: 'revoked', revokedAt: days(-1) });
    });
    expect(lasting).toEqual({ name: '5 entries', state: 'active', entriesLeft: 5, validUntil: expect.any(String) });
    expect(Temporal.Instant.from(lasting?.validUntil ?? '').equals(until)).toBe(true);
    const unlimited = await best(async (id) => {
      await make().ticket(id, null, { validUntil: days(10) });
      await make().ticket(id, 5, { validUntil: days(90) });
    });
    expect(unlimited).toMatchObject({ name: 'Unlimited', entriesLeft: null });
  });
});

describe('the list', () => {
  test('is searched by parts of name and address, in any order', async () => {
    // No word of it can be part of an address: those of others are hexadecimal.
    await make().user({ name: 'Mira 9g% Kranjc' });
    await make().user({ name: 'Mirko', email: 'mirko@kranjc.example' });
    await make().user({ name: 'Kranjc erased', deletedAt: Temporal.Now.instant() });
    await make().user({ name: 'Žiga Čuk' });
    expect(await names('q=kRANJC')).toEqual(['Mirko', 'Mira 9g% Kranjc']);
    expect(await names('q=anjc%20mir')).toEqual(['Mirko', 'Mira 9g% Kranjc']);
    expect(await names('q=9g%25')).toEqual(['Mira 9g% Kranjc']);
    expect(await names('q=iga%20cuk')).toEqual(['Žiga Čuk']);
    expect(await names('q=1%25k')).toEqual([]);
    expect(await names('q=%25')).toEqual([]);
  });

  test('is sorted by name without regard to accents, both ways, and paged', async () => {
    for (const name of ['Zora', 'Žan', 'Zala', 'ana', 'Ana'])
      await make().user({ name, email: `${name.length}${crypto.randomUUID()}@a.si` });
    const sorted = async (sort: string) => {
      const all: string[] = [];
      let cursor: string | null = null;
      do {
        const answer: Awaited<ReturnType<typeof list>> = await list(
          `sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        );
        all.push(...answer.items.map(({ name }) => name.toLowerCase()));
        cursor = answer.nextCursor;
      } while (cursor);
      return all;
    };
    const byName = ['ana', 'ana', 'zala', 'žan', 'zora'];
    expect(await sorted('name')).toEqual(byName);
    expect(await sorted('-name')).toEqual(byName.toReversed());
    expect(await sorted('createdAt')).toEqual(['zora', 'žan', 'zala', 'ana', 'ana']);
    expect(await sorted('-createdAt')).toEqual(['ana', 'ana', 'zala', 'žan', 'zora']);
    expect((await get('cursor=nonsense')).json().code).toBe('validation_failed');
    expect((await get('sort=name&cursor=nonsense')).json().code).toBe('validation_failed');
  });

  test('tells who is blocked and whose mails come back', async () => {
    await make().user({ name: 'Blocked', blockedAt: Temporal.Now.instant(), blockedReason: 'unpaid' });
    await make().user({ name: 'Unheard', emailProblem: 'no such mailbox', emailProblemAt: Temporal.Now.instant() });
    expect((await list('blocked=true')).items).toMatchObject([{ name: 'Blocked', blockedReason: 'unpaid' }]);
    expect((await list('blocked=false')).items).toMatchObject([{ name: 'Unheard', emailProblem: 'no such mailbox' }]);
  });

  test('is saved as CSV with the same filters', async () => {
    const { id } = await make().user({ name: '=Eva', email: 'eva@a.si' });
    await make().ticket(id, 3);
    await make().user({ name: 'Nobody' });
    const { body, headers } = await get('format=csv&ticketStatus=active');
    expect(headers['content-type']).toContain('text/csv');
    const [header, row, ...others] = body.trim().split('\r\n');
    expect(header).toMatch(/^id,name,email,role,/);
    expect(row).toMatch(new RegExp(`^${id},'=Eva,eva@a\\.si,member,.*,active,3 entries,3,`));
    expect(others).toEqual([]);
  });
});
