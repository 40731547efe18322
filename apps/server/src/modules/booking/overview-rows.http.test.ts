import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { pastSessions } from '../../../test-support/past-sessions.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import type { OverviewItem } from './booking-overview.ts';

let api: StudioApi;
let admin: Person;
let all: OverviewItem[];

const REASONS = ['late', 'staff', 'list_closed', 'session_canceled'] as const;
const NAMES = ['Ana', 'Bojan', 'Cirila', 'Drago', 'Zvonka'];
const SORTS = ['bookedAt', '-bookedAt', 'startsAt', '-startsAt'] as const;

/** Forty bookings of five members in eight sessions, two of which begin at the same moment and one of which was deleted. */
beforeAll(async () => {
  api = await startStudioApi();
  admin = await api.person('admin');
  const { booking } = pastSessions(api.db);
  const [flow, yin] = [await api.classType({ name: 'Flow' }), await api.classType({ name: 'Yin' })];
  const members = await Promise.all(NAMES.map((name) => api.user({ name })));
  for (const [i, hours] of [-2_400, -1_300, -100, -100, 30, 60, 90, 120].entries()) {
    const startsAt = hoursFromNow(hours);
    const session = await api.session({
      classTypeId: i % 3 ? flow : yin,
      startsAt,
      ...(i === 1 && { deletedAt: startsAt }),
    });
    for (const [j, { id: userId }] of members.entries()) {
      const row = i === 1 ? canceled(i + j) : rowOf(i + j, hours > 0, startsAt);
      await booking(session, { userId, ...row });
    }
  }
  all = await pages('sort=bookedAt');
});
afterAll(() => api.close());

/** What became of a booking: each kind in turn. */
function rowOf(turn: number, isAhead: boolean, startsAt: Temporal.Instant) {
  if (turn % 4 === 0) return canceled(turn);
  if (isAhead) return turn % 4 === 1 ? ({ state: 'waiting', queueNumber: turn } as const) : {};
  return turn % 4 === 2 ? { checkedInAt: startsAt } : { noShowAt: startsAt };
}

const canceled = (turn: number) => ({ canceledReason: REASONS[turn % REASONS.length] ?? 'late' });

async function pages(query: string): Promise<OverviewItem[]> {
  const items: OverviewItem[] = [];
  let cursor: string | null = '';
  do {
    const after = cursor ? `&cursor=${cursor}` : '';
    const page: { items: OverviewItem[]; nextCursor: string | null } = (
      await admin.get(`/admin/bookings?limit=3&${query}${after}`)
    ).json();
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

function sorted(items: readonly OverviewItem[], sort: (typeof SORTS)[number]): string[] {
  const keyOf = ({ id, session }: OverviewItem) => (sort.endsWith('startsAt') ? `${session.startsAt} ${id}` : id);
  const keys = new Map(items.map((item) => [item.id, keyOf(item)]));
  const ids = [...keys].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
  return sort.startsWith('-') ? ids.reverse() : ids;
}

/** One for each way of finding rows, and some that mix what each of them is good at. */
const FILTERS: Record<string, () => [query: object, lets: (item: OverviewItem) => boolean]> = {
  everything: () => [{}, () => true],
  'a state': () => [{ state: 'canceled' }, ({ state }) => state === 'canceled'],
  'who waits': () => [{ state: 'waiting' }, ({ state }) => state === 'waiting'],
  'a reason': () => [{ canceledReason: 'staff' }, ({ canceledReason }) => canceledReason === 'staff'],
  'who came': () => [{ attendance: 'checked_in' }, ({ checkedInAt }) => checkedInAt !== null],
  'a session': () => {
    const { id } = first().session;
    return [{ sessionId: id }, ({ session }) => session.id === id];
  },
  'a session and a member': () => {
    const { session, user } = first();
    return [
      { sessionId: session.id, userId: user.id },
      (item) => item.session.id === session.id && item.user.id === user.id,
    ];
  },
  'a member': () => [{ userId: first().user.id }, ({ user }) => user.id === first().user.id],
  'a class': () => [
    { classId: first().session.class.id },
    ({ session }) => session.class.id === first().session.class.id,
  ],
  'a search': () => [{ q: 'zvonka' }, ({ user }) => user.name === 'Zvonka'],
  'some days': () => between(-200, 70),
  'a year': () => between(-5_000, 70),
  'some days of a member': () => {
    const [days, lets] = between(-200, 70);
    return [{ ...days, userId: first().user.id }, (item) => lets(item) && item.user.id === first().user.id];
  },
  'some days and a reason': () => {
    const [days, lets] = between(-1_400, -50);
    return [{ ...days, canceledReason: 'late' }, (item) => lets(item) && item.canceledReason === 'late'];
  },
};

function first(): OverviewItem {
  const [item] = all;
  if (!item) throw new Error('nothing was booked');
  return item;
}

function between(fromHours: number, toHours: number): [query: object, lets: (item: OverviewItem) => boolean] {
  const [from, to] = [hoursFromNow(fromHours).toString(), hoursFromNow(toHours).toString()];
  return [{ from, to }, ({ session }) => session.startsAt >= from && session.startsAt < to];
}

test('all are there, those of a deleted session too', () => {
  expect(all).toHaveLength(40);
});

describe.each(Object.keys(FILTERS))('however %s is found', (name) => {
  test.each(SORTS)('it has the same rows in the order of %s, page by page', async (sort) => {
    const [query, lets] = FILTERS[name]?.() ?? [];
    const expected = all.filter((item) => lets?.(item));
    expect(expected).not.toEqual([]);
    const found = await pages(new URLSearchParams({ ...query, sort }).toString());
    expect(found.map(({ id }) => id)).toEqual(sorted(expected, sort));
  });
});
