import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { newPerson } from '../support/people.ts';
import { bookingPanel, expectEntries, openSchedule, row, signUp } from '../support/screens.ts';
import { CARD, payByCard } from '../support/stripe-page.ts';
import { book, cancel, type Session, type Studio } from '../support/studio.ts';
import { inDays } from '../support/times.ts';

test('from signing up to a place won on the waiting list', { tag: '@phone' }, async ({ page, openFor, studio }) => {
  await test.step('sign up', () => becomeMember(page));
  await test.step('buy a ticket', () => buyTicket(page, studio));
  await test.step('book a session', () => bookFromSchedule(page, studio));
  await test.step('wait for a place and get it', () => waitForPlace(page, studio));
  await test.step('get a place because the studio makes room', async () => {
    await watchStudio(page, await openFor(studio.admin), studio);
  });
});

async function becomeMember(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Create an account' }).click();
  await signUp(page, newPerson('Nela'));
}

async function buyTicket(page: Page, studio: Studio): Promise<void> {
  const plan = await studio.createPlan();
  await page.getByRole('link', { name: 'Tickets' }).click();
  await row(page, 'Buy a ticket', plan.name).getByRole('button', { name: 'Buy' }).click();
  await payByCard(page, CARD.good);
  await expect(page.getByRole('heading', { name: 'Your ticket is ready' })).toBeVisible();
  await expect(page.getByText('5 entries left')).toBeVisible();
}

async function bookFromSchedule(page: Page, studio: Studio): Promise<void> {
  const session = await studio.createSession({ capacity: 8 });
  await page.getByRole('link', { name: 'Find a class' }).click();
  const day = new RegExp(`\\b${session.startsAt.day}\\b`);
  await page.getByRole('navigation', { name: 'Days' }).getByRole('link', { name: day }).click();
  const shown = row(page, 'Sessions', session.className);
  await expect(shown).toContainText('8 left');
  await shown.getByRole('button', { name: 'Book' }).click();
  await expect(shown.getByRole('link', { name: 'Booked ✓' })).toBeVisible();
  await expect(shown).toContainText('7 left');
  await expectEntries(page, '4 entries left');
}

/** All of it happens on one page, which is never loaded again. */
async function waitForPlace(page: Page, studio: Studio): Promise<void> {
  const [ana, ben, session] = await Promise.all([
    studio.createMember('Ana'),
    studio.createMember('Ben'),
    studio.createSession({ capacity: 1, startsAt: inDays(2) }),
  ]);
  await page.goto(`/sessions/${session.id}`);
  const panel = bookingPanel(page);
  const loads = countLoads(page);
  await expect(panel.getByRole('button', { name: 'Book' })).toBeVisible();

  const place = await book(ana, session);
  await expect(panel).toContainText('Full');
  const waiting = await book(ben, session);
  await panel.getByRole('button', { name: 'Join waiting list (1 waiting)' }).click();
  await expect(panel).toContainText('You are 2nd');
  await cancel(ben, waiting);
  await expect(panel).toContainText('You are 1st');
  await cancel(ana, place);
  await expect(panel).toContainText('You got a place');
  await expect(panel).toContainText('Booked ✓');

  expect(loads()).toBe(0);
  await expectEntries(page, '3 entries left');
}

/** The studio works in a browser of its own; the member sees it in theirs, on a page that is never loaded again. */
async function watchStudio(page: Page, desk: Page, studio: Studio): Promise<void> {
  const session = await createInForm(desk, studio);
  await book(await studio.createMember('Eva'), session);
  await openSchedule(page, session);
  const shown = row(page, 'Sessions', session.className);
  const loads = countLoads(page);
  await shown.getByRole('button', { name: 'Join waiting list' }).click();
  await expect(shown.getByRole('link', { name: 'You are 1st' })).toBeVisible();
  await shown.getByRole('link', { name: session.className }).click();
  const panel = bookingPanel(page);
  await expect(panel).toContainText('You are 1st');

  await changeCapacity(desk, 2);
  const consequences = desk.getByRole('dialog', { name: 'Save these changes?' });
  await expect(consequences).toContainText('Gets a place');
  await expect(consequences).toContainText('1 is spent');
  await consequences.getByRole('button', { name: 'Save changes' }).click();
  await expect(desk.getByRole('status')).toHaveText('Saved.');
  await expect(panel).toContainText('Booked ✓');
  await expect(panel).toContainText('2 places');
  await expect(desk.getByRole('list', { name: 'Who comes' }).getByRole('listitem')).toHaveCount(2);

  await changeCapacity(desk, 1);
  const refusal = desk.getByRole('alert').filter({ hasText: '2 places are booked, more than 1.' });
  await expect(refusal).toBeVisible();
  await expect(panel).toContainText('2 places');
  await refusal.getByRole('button', { name: 'Keep all 2 and set 1' }).click();
  await expect(desk.getByRole('status')).toHaveText('Saved.');
  await expect(panel).toContainText('1 place');
  await expect(panel).toContainText('Booked ✓');
  expect(loads()).toBe(0);
}

/** Puts a session with one place on the schedule, by hand. */
async function createInForm(desk: Page, studio: Studio): Promise<Session> {
  const startsAt = inDays(3);
  const catalogue = await studio.createCatalogue();
  await desk.getByRole('link', { name: 'Studio', exact: true }).click();
  await desk.getByRole('link', { name: 'Sessions', exact: true }).click();
  await desk.getByRole('link', { name: 'New session' }).click();
  await expect(desk.getByRole('heading', { name: 'New session' })).toBeVisible();
  await desk.getByLabel('Class').selectOption(catalogue.className);
  await desk.getByLabel('Instructor').selectOption(catalogue.instructorName);
  await desk.getByLabel('Location').selectOption(catalogue.locationName);
  await desk.getByLabel('Date').fill(startsAt.toPlainDate().toString());
  await desk.getByLabel('Start').fill('18:00');
  await desk.getByLabel('End', { exact: true }).fill('19:00');
  await desk.getByLabel('Capacity').fill('1');
  await desk.getByRole('button', { name: 'Create session' }).click();
  await expect(desk.getByRole('heading', { name: catalogue.className })).toBeVisible();
  const id = new URL(desk.url()).pathname.split('/').at(-1) ?? '';
  return { ...catalogue, id, startsAt };
}

async function changeCapacity(desk: Page, capacity: number): Promise<void> {
  await desk.getByLabel('Capacity').fill(String(capacity));
  await desk.getByRole('button', { name: 'Save changes' }).click();
}

/** How often a page has been loaded from here on. */
function countLoads(page: Page): () => number {
  let count = 0;
  page.on('load', () => {
    count += 1;
  });
  return () => count;
}
