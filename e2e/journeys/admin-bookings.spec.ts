import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { saveCsv } from '../support/save-csv.ts';
import { signIn } from '../support/screens.ts';
import { book, cancel } from '../support/studio.ts';
import { inDays } from '../support/times.ts';

const PAGE = 30;

test('an admin narrows the bookings down, sorts them and saves just those', {
  tag: '@phone',
}, async ({ page, studio }) => {
  const [ana, berta, session, another] = await Promise.all([
    studio.createMember('Ana'),
    studio.createMember('Berta'),
    studio.createSession({ capacity: 3 }),
    studio.createSession({ capacity: 3, className: 'Yin', startsAt: inDays(2) }),
  ]);
  // One more than there is on a page, and what the filters must not let through.
  for (let round = 0; round <= PAGE; round += 1) await cancel(ana, await book(ana, session));
  await Promise.all([book(ana, session), book(berta, session)]);
  await cancel(berta, await book(berta, another));
  await signIn(page, studio.admin);

  await page.goto('/admin/bookings');
  const table = page.getByRole('table', { name: 'Bookings' });
  const filters = page.getByRole('group', { name: 'Narrow down the bookings' });
  await filters.getByLabel('Class').selectOption(session.className);
  await expect(page).toHaveURL(/classId=/);
  await filters.getByLabel('State').selectOption('Canceled');
  await expect(page).toHaveURL(/state=canceled/);
  await filters.getByLabel("Member's name or e-mail").fill(ana.email);
  await expect(page).toHaveURL(/q=/);
  await expect(table.getByRole('row')).toHaveCount(1 + PAGE);

  await page.reload();
  await expect(filters.getByLabel('Class')).toHaveValue(session.classId);
  await expect(filters.getByLabel('State')).toHaveValue('canceled');
  await expect(filters.getByLabel("Member's name or e-mail")).toHaveValue(ana.email);
  await expect(table.getByRole('row')).toHaveCount(1 + PAGE);
  await expectNoBarriers(page, 'bookings');

  const order = page.getByLabel('Order');
  if (await order.isVisible()) await order.selectOption('Oldest bookings first');
  else await table.getByRole('button', { name: 'Booked' }).click();
  await expect(page).toHaveURL(/sort=bookedAt/);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect(table.getByRole('row')).toHaveCount(1 + PAGE + 1);
  await expect(page.getByRole('button', { name: 'Show more' })).toHaveCount(0);

  const rows = await saveCsv(page);
  expect(rows).toHaveLength(PAGE + 1);
  for (const row of rows) expect(row).toMatchObject({ state: 'canceled', email: ana.email, class: session.className });
  const times = rows.map(({ bookedAt = '' }) => bookedAt);
  expect(times).toEqual(times.toSorted());
});

test('a session leads to its bookings, and its roster is a file', { tag: '@phone' }, async ({ page, studio }) => {
  const [ana, berta, session] = await Promise.all([
    studio.createMember('Ana'),
    studio.createMember('Berta'),
    studio.createSession({ capacity: 1 }),
  ]);
  await cancel(ana, await book(ana, session));
  await book(ana, session);
  await book(berta, session);
  await signIn(page, studio.admin);

  await page.goto(`/admin/sessions/${session.id}`);
  await expect(page.getByRole('list', { name: 'Who comes' })).toContainText(ana.name);
  const roster = await saveCsv(page);
  expect(roster.map(({ email, state }) => [email, state])).toEqual([
    [ana.email, 'active'],
    [berta.email, 'waiting'],
  ]);

  await page.getByRole('link', { name: 'All bookings of this session' }).click();
  await expect(page).toHaveURL(`/admin/bookings?sessionId=${session.id}`);
  const table = page.getByRole('table', { name: 'Bookings' });
  await expect(table.getByRole('row')).toHaveCount(1 + 3);
  await expect(page.getByRole('button', { name: `Only ${session.className}` })).toBeVisible();
});

test('a plan is made, changed, put in order, taken off the shop and put back', {
  tag: '@phone',
}, async ({ page, studio }) => {
  await studio.createPlan();
  const name = `Morning card ${crypto.randomUUID().slice(0, 6)}`;
  await signIn(page, studio.admin);

  await page.goto('/admin/plans');
  const shop = page.getByRole('list', { name: 'For sale' });
  await expect(shop).toBeVisible();
  await expectNoBarriers(page, 'plans');
  await page.getByRole('link', { name: 'New plan' }).click();
  await page.getByLabel('Name').fill('Morning card');
  await page.getByLabel('Price').fill('45');
  await page.getByLabel('Entries', { exact: true }).fill('3');
  await page.getByLabel('Valid for').fill('30');
  await expectNoBarriers(page, 'a new plan');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Put into the shop' }).click();
  await expect(page).toHaveURL('/admin/plans');
  const plan = shop.getByRole('listitem').filter({ hasText: name });
  await expect(plan).toContainText('3 entries');
  await expect(plan).toContainText('€45');

  const place = async () => (await shop.getByRole('listitem').allInnerTexts()).findIndex((text) => text.includes(name));
  const before = await place();
  await plan.getByRole('button', { name: `Move ${name} up` }).click();
  await expect.poll(place).toBe(before - 1);
  await expect(page.getByText(`${name} is now number ${before} of`)).toBeAttached();
  expect(await saveCsv(page)).toContainEqual(expect.objectContaining({ name, price_minor: '4500', currency: 'EUR' }));

  await plan.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await page.getByLabel('Price').fill('48');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Price')).toHaveValue('48.00');
  await expectNoBarriers(page, 'one plan');

  await page.getByRole('button', { name: 'Take off the shop' }).click();
  await expect(page.getByText('Archived: not for sale')).toBeVisible();
  await page.goto('/admin/plans');
  const archived = page.getByRole('list', { name: 'Archived' });
  await expect(archived.getByRole('listitem').filter({ hasText: name })).toContainText('€48');
  await expectNoBarriers(page, 'plans, some of them archived');
  await archived.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Put back into the shop' }).click();
  await expect(page.getByText('Archived: not for sale')).toBeHidden();
  await page.goto('/admin/plans');
  await expect(plan).toBeVisible();
});
