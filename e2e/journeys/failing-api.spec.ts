import type { Page, Request } from '@playwright/test';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { newPerson } from '../support/people.ts';
import { bookingPanel, expectEntries, openSchedule, row, signIn } from '../support/screens.ts';
import { book } from '../support/studio.ts';

const UNREACHABLE = 'The studio could not be reached. Check your connection and try again.';

test('a booking whose answer gets lost is pending until another attempt brings it, and is one booking', {
  tag: '@phone',
}, async ({ page, studio }) => {
  const [member, session] = await Promise.all([studio.createMember('Nela'), studio.createSession({ capacity: 8 })]);
  await signIn(page, member);
  await openSchedule(page, session);
  const bookings = await loseFirstAnswer(page);
  const shown = row(page, 'Sessions', session.className);
  const button = shown.getByRole('button', { name: 'Book' });
  await button.click();
  await expect.poll(bookings.count).toBe(2);
  await expect(button).toHaveAttribute('aria-busy', 'true');
  await button.click({ force: true });
  bookings.release();
  await expect(shown.getByRole('link', { name: 'Booked ✓' })).toBeVisible();
  await expect(shown).toContainText('7 left');
  expect(bookings.count()).toBe(2);
  await expectEntries(page, '4 entries left');
});

test('a booking without a network says so, and what is out of date; with the network it goes on', {
  tag: '@phone',
}, async ({ page, context, studio }) => {
  const [member, session] = await Promise.all([studio.createMember('Nela'), studio.createSession({ capacity: 8 })]);
  await signIn(page, member);
  await openSchedule(page, session);
  const shown = row(page, 'Sessions', session.className);
  await expect(shown.getByRole('button', { name: 'Book' })).toBeEnabled();
  await context.setOffline(true);
  await expect(page.getByText('No connection. What you see may be out of date.')).toBeVisible();
  await shown.getByRole('button', { name: 'Book' }).click();
  await expect(shown.getByRole('alert')).toContainText(UNREACHABLE);
  await expectNoBarriers(page, 'booking without a network');

  await context.setOffline(false);
  await expect(page.getByText('Connected again')).toBeVisible();
  await shown.getByRole('button', { name: 'Try again' }).click();
  await expect(shown.getByRole('link', { name: 'Booked ✓' })).toBeVisible();
  await expect(shown.getByRole('alert')).toBeEmpty();
  await expect(page.getByText('Connected again')).toBeHidden();
});

test('a list that cannot be loaded says why, and comes with another try', { tag: '@phone' }, async ({
  page,
  studio,
}) => {
  const [member, session] = await Promise.all([studio.createMember('Nela'), studio.createSession({ capacity: 8 })]);
  await book(member, session);
  await signIn(page, member);
  await page.route('**/api/v1/bookings?*', (route) => route.abort());
  await page.goto('/bookings');
  await expect(page.getByText(UNREACHABLE)).toBeVisible();
  await expectNoBarriers(page, 'list that cannot be loaded');
  await page.unroute('**/api/v1/bookings?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(row(page, 'Upcoming', session.className)).toContainText('Booked');
});

test('a form that cannot be sent keeps what was typed', { tag: '@phone' }, async ({ page }) => {
  const person = newPerson('Nela');
  await page.route('**/api/v1/auth/register', (route) => route.abort());
  await page.goto('/sign-up');
  await page.getByLabel('Name').fill(person.name);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  const button = page.getByRole('button', { name: 'Create account' });
  await button.click();
  await expect(page.getByText(UNREACHABLE)).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue(person.name);
  await expect(page.getByLabel('E-mail')).toHaveValue(person.email);
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(person.password);
  await page.unroute('**/api/v1/auth/register');
  await button.click();
  await expect(page).toHaveURL('/');
});

test('a part of the page that does not arrive is said, and asked for once more', async ({ page, studio }) => {
  const [member, session] = await Promise.all([studio.createMember('Nela'), studio.createSession({ capacity: 8 })]);
  await book(member, session);
  await signIn(page, member);
  await page.goto(`/sessions/${session.id}`);
  await expect(bookingPanel(page).getByText('Booked ✓')).toBeVisible();
  await page.route('**/_next/static/**', (route) => route.abort());
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(page.getByRole('heading', { name: 'This page could not be shown' })).toBeFocused();
  await expect(page.getByText(UNREACHABLE)).toBeVisible();
  await expectNoBarriers(page, 'page that could not be shown');
  await page.unroute('**/_next/static/**');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(page.getByRole('dialog')).toContainText('Your entry comes back.');
});

/** The API does what the first request asks for, but nobody hears of it; the second one is held until it is released. */
async function loseFirstAnswer(page: Page) {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const sent: Request[] = [];
  await page.route('**/api/v1/bookings', async (route) => {
    sent.push(route.request());
    if (sent.length === 1) {
      await route.fetch();
      return await route.abort();
    }
    await released;
    await route.continue();
  });
  return { release, count: () => sent.length };
}
