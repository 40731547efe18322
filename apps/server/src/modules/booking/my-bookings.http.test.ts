import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

interface Item {
  id: string;
  session: { id: string; startsAt: string };
}

let studio: StudioApi;
beforeAll(async () => {
  studio = await startStudioApi();
});
afterAll(() => studio.close());

/** Books sessions that start in so many hours; those in the past were booked before. */
async function bookedAt(person: Person, ...hours: number[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [i, startsIn] of hours.entries()) {
    const session = await studio.session({ startsAt: hoursFromNow(100 + 2 * i) });
    ids.push((await person.book(session.id)).id);
    await studio.shift(session.id, hoursFromNow(startsIn));
  }
  return ids;
}

/** Every page of a list, following its cursors. */
async function allPages(person: Person, query: string): Promise<{ pages: number; ids: string[] }> {
  const ids: string[] = [];
  let cursor: string | null = '';
  let pages = 0;
  while (cursor !== null) {
    const response = await person.get(`/bookings?${query}${cursor && `&cursor=${cursor}`}`);
    expect(response.statusCode).toBe(200);
    const page: { items: Item[]; nextCursor: string | null } = response.json();
    ids.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
    pages += 1;
  }
  return { pages, ids };
}

describe('the list', () => {
  test('of upcoming bookings has the soonest first, that of past ones the latest', async () => {
    const anna = await studio.person('member', null);
    const [soon, later, running, yesterday, lastWeek] = await bookedAt(anna, 5, 50, -0.5, -24, -24 * 7);
    expect((await allPages(anna, 'when=upcoming')).ids).toEqual([running, soon, later]);
    expect((await allPages(anna, 'when=past')).ids).toEqual([yesterday, lastWeek]);
    expect((await allPages(anna, '')).ids).toEqual([lastWeek, yesterday, running, soon, later]);
  });

  test.each([
    ['upcoming', [1, 3, 5, 7, 9, 11, 13]],
    ['past', [-2, -4, -6, -8, -10, -12, -14]],
  ])('of %s bookings comes in pages without gaps or repetitions', async (when, hours) => {
    const anna = await studio.person('member', null);
    const ids = await bookedAt(anna, ...hours);
    for (const [limit, pages] of [
      [1, 7],
      [3, 3],
      [7, 1],
      [100, 1],
    ]) {
      expect(await allPages(anna, `when=${when}&limit=${limit}`)).toEqual({ pages, ids });
    }
  });

  test('keeps its order over pages also where many start at the same instant', async () => {
    await studio.db.updateTable('studio').set({ overlappingBookingsAllowed: true }).execute();
    const anna = await studio.person('member', null);
    const startsAt = hoursFromNow(30);
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.push((await anna.book((await studio.session({ startsAt })).id)).id);
    await studio.db.updateTable('studio').set({ overlappingBookingsAllowed: false }).execute();
    const paged = await allPages(anna, 'limit=2');
    expect(paged.pages).toBe(3);
    expect([...paged.ids].sort()).toEqual([...ids].sort());
    expect(paged.ids).toEqual((await allPages(anna, 'limit=100')).ids);
  });

  test('has nothing of anybody else', async () => {
    const [anna, ben] = [await studio.person(), await studio.person()];
    await bookedAt(anna, 5);
    expect((await ben.get('/bookings')).json()).toEqual({ items: [], nextCursor: null });
  });

  test('can be of one state', async () => {
    const [anna, ben] = [await studio.person('member', null), await studio.person('member', null)];
    const full = await studio.session({ capacity: 1, startsAt: hoursFromNow(10) });
    await ben.book(full.id);
    const waiting = await anna.book(full.id);
    const [active, canceled] = await bookedAt(anna, 20, 40);
    await anna.post(`/bookings/${canceled}/cancel`);
    expect((await allPages(anna, 'state=waiting')).ids).toEqual([waiting.id]);
    expect((await allPages(anna, 'state=active')).ids).toEqual([active]);
    expect((await allPages(anna, 'when=upcoming&state=canceled')).ids).toEqual([canceled]);
  });

  test.each(['when=soon', 'state=maybe', 'limit=0', 'limit=101', 'limit=many', 'cursor=abc', 'cursor=WyJub3ciLCJ4Il0'])(
    'refuses ?%s',
    async (query) => {
      const response = await (await studio.person()).get(`/bookings?${query}`);
      expect([response.statusCode, response.json().code]).toEqual([400, 'validation_failed']);
    },
  );
});

test('a booking shows its session, in the time of the place, and until when canceling is free', async () => {
  const locationId = await studio.location({ name: 'Harbour', timeZone: 'America/New_York' });
  const startsAt = Temporal.Now.zonedDateTimeISO('America/New_York')
    .add({ days: 3 })
    .with({ hour: 18, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  const [anna, session] = [await studio.person(), await studio.session({ locationId, startsAt: startsAt.toInstant() })];
  const { id } = await anna.book(session.id);
  const local = (time: Temporal.ZonedDateTime) => time.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  expect((await anna.get(`/bookings/${id}`)).json()).toEqual({
    id,
    session: {
      id: session.id,
      class: { id: session.classTypeId, name: 'Vinyasa Flow' },
      instructor: { id: session.instructorId, name: 'Mira Novak' },
      location: { id: locationId, name: 'Harbour' },
      startsAt: local(startsAt),
      endsAt: local(startsAt.add({ hours: 1 })),
      timeZone: 'America/New_York',
      state: 'scheduled',
      canceledReason: null,
    },
    state: 'active',
    waitingPosition: null,
    ticketId: expect.any(String),
    ticketName: '5 entries',
    bookedAt: expect.any(String),
    promotedAt: null,
    cancelFreeUntil: local(startsAt.subtract({ hours: 2 })),
    canceledAt: null,
    canceledReason: null,
    entryForfeited: false,
    checkedInAt: null,
    noShowAt: null,
  });
});

test('the place in the queue is live: it moves when somebody before leaves', async () => {
  const [holder, first, second, third] = await Promise.all(Array.from({ length: 4 }, () => studio.person()));
  const session = await studio.session({ capacity: 1 });
  const bookings: ({ id: string } | undefined)[] = [];
  for (const person of [holder, first, second, third]) bookings.push(await person?.book(session.id));
  const positionOf = async (i: number, person: Person | undefined) =>
    (await person?.get(`/bookings/${bookings[i]?.id}`))?.json().waitingPosition;
  expect(await positionOf(3, third)).toBe(3);
  await first?.post(`/bookings/${bookings[1]?.id}/cancel`);
  expect([await positionOf(2, second), await positionOf(3, third)]).toEqual([1, 2]);
  await holder?.post(`/bookings/${bookings[0]?.id}/cancel`);
  expect([await positionOf(2, second), await positionOf(3, third)]).toEqual([null, 1]);
});
