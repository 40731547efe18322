import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { openSchedule, row, signIn } from '../support/screens.ts';
import { checkoutOf, payByBankDebit, settle } from '../support/stripe-page.ts';
import { book, type Session, type Studio } from '../support/studio.ts';
import { inDays } from '../support/times.ts';

test('what everybody sees has no barriers', { tag: '@phone' }, async ({ page, studio }) => {
  const [session, plan] = await Promise.all([studio.createSession({ capacity: 8 }), studio.createPlan()]);
  await openSchedule(page, session);
  await expect(row(page, 'Sessions', session.className)).toBeVisible();
  await expectNoBarriers(page, 'schedule');

  await page.goto(`/sessions/${session.id}`);
  await expect(page.getByRole('link', { name: 'Book' })).toBeVisible();
  await expectNoBarriers(page, 'session');

  await page.goto('/tickets');
  await expect(row(page, 'Buy a ticket', plan.name)).toBeVisible();
  await expectNoBarriers(page, 'shop');

  await page.goto('/bookings');
  await expect(page.getByText('Sign in to see your bookings')).toBeVisible();
  await expectNoBarriers(page, 'bookings of nobody');

  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  await expectNoBarriers(page, 'not found');
});

test('forms have no barriers, with mistakes in them neither', { tag: '@phone' }, async ({ page }) => {
  for (const [path, button] of [
    ['/sign-in', 'Sign in'],
    ['/sign-up', 'Create account'],
    ['/forgot-password', 'Send the link'],
    ['/reset-password?token=any', 'Set the password'],
  ] as const) {
    await page.goto(path);
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByText('Please fill this in').first()).toBeVisible();
    await expectNoBarriers(page, path);
  }
});

test('what a member sees has no barriers', { tag: '@phone' }, async ({ page, studio }) => {
  const { booked, waiting, member } = await createBusyMember(studio);
  await signIn(page, member);
  await openSchedule(page, waiting);
  await expect(row(page, 'Sessions', waiting.className)).toContainText('You are 1st');
  await expectNoBarriers(page, 'schedule of a member');

  await page.goto(`/sessions/${waiting.id}`);
  await expect(page.getByRole('button', { name: 'Leave the waiting list' })).toBeVisible();
  await expectNoBarriers(page, 'session with a waiting list');

  await page.goto('/bookings');
  await row(page, 'Upcoming', booked.className).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toContainText('Your entry comes back.');
  await expectNoBarriers(page, 'cancellation');
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectNoBarriers(page, 'bookings');

  await page.getByRole('link', { name: 'How the line moved' }).click();
  await expect(page.getByRole('heading', { name: 'How the line moved' })).toBeVisible();
  await expectNoBarriers(page, 'how the line moved');

  await page.goto('/tickets');
  await page.getByText('History').click();
  await expect(page.getByRole('list', { name: 'History' })).toBeVisible();
  await expectNoBarriers(page, 'tickets');

  await page.goto('/check-in');
  await expect(page.getByRole('img', { name: 'Your check-in code as a QR code' })).toBeVisible();
  await expectNoBarriers(page, 'check-in code');
});

test('a session that one has, or cannot have, has no barriers', { tag: '@phone' }, async ({ page, studio }) => {
  const [member, booked, canceled, full] = await Promise.all([
    studio.createMember('Nela'),
    studio.createSession({ capacity: 8 }),
    studio.createSession({ capacity: 8, startsAt: inDays(2) }),
    studio.createSession({ capacity: 1, startsAt: inDays(3) }),
  ]);
  await book(await studio.createMember('Ana'), full);
  await Promise.all([book(member, booked), book(member, canceled)]);
  await studio.cancelSession(canceled);
  await signIn(page, member);
  for (const [{ id }, text] of [
    [booked, 'Booked ✓'],
    [canceled, 'Canceled'],
    [full, 'Join waiting list'],
  ] as const) {
    await page.goto(`/sessions/${id}`);
    await expect(page.getByRole('region', { name: 'Booking' })).toContainText(text);
    await expectNoBarriers(page, `session: ${text}`);
  }

  await page.goto('/bookings');
  await expect(row(page, 'Upcoming', canceled.className)).toContainText('The studio canceled this session');
  await expectNoBarriers(page, 'booking canceled by the studio');
  await page.getByRole('link', { name: 'Past' }).click();
  await expect(page.getByText('No past bookings yet')).toBeVisible();
  await expectNoBarriers(page, 'past bookings');
});

test('paying has no barriers, whatever comes of it', { tag: '@phone' }, async ({ page, studio }) => {
  const [member, plan] = await Promise.all([studio.createMember('Nela', { entries: 0 }), studio.createPlan()]);
  await signIn(page, member);
  for (const [outcome, heading] of [
    ['fail', 'The payment did not go through'],
    ['succeed', 'Your ticket is ready'],
  ] as const) {
    await page.goto('/tickets');
    await row(page, 'Buy a ticket', plan.name).getByRole('button', { name: 'Buy' }).click();
    await expect(page.getByRole('heading', { name: 'Pay', exact: true })).toBeVisible();
    const checkoutId = checkoutOf(page);
    await payByBankDebit(page);
    await expect(page.getByText('Your bank is still working on it')).toBeVisible();
    await expectNoBarriers(page, 'waiting for a payment');
    await settle(checkoutId, outcome);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expectNoBarriers(page, heading);
  }
});

test('what the studio sees has no barriers', { tag: '@phone' }, async ({ page, studio }) => {
  const { waiting } = await createBusyMember(studio);
  await signIn(page, studio.admin);
  await openSessionsOf(page, waiting);
  await expectNoBarriers(page, 'sessions of the studio');

  await page.getByRole('link', { name: waiting.className }).click();
  await expect(page.getByRole('list', { name: 'Waiting list' })).toBeVisible();
  await expectNoBarriers(page, 'session of the studio');

  await page.goto('/admin/sessions/new');
  await page.getByRole('button', { name: 'Create session' }).click();
  await expect(page.getByText('Please fill this in').first()).toBeVisible();
  await expectNoBarriers(page, 'new session');
});

/** Somebody with a place in one session and a place in line in another, on different days. */
async function createBusyMember(studio: Studio) {
  const [member, other, booked, waiting] = await Promise.all([
    studio.createMember('Nela'),
    studio.createMember('Ana'),
    studio.createSession({ capacity: 8 }),
    studio.createSession({ capacity: 1, startsAt: inDays(2) }),
  ]);
  await book(other, waiting);
  await Promise.all([book(member, booked), book(member, waiting)]);
  return { member, booked, waiting };
}

/** The studio's list of sessions, narrowed down to those of one class. */
async function openSessionsOf(page: Page, { className }: Session): Promise<void> {
  await page.goto('/admin/sessions?view=list');
  await page.getByLabel('Class').selectOption(className);
  await expect(page.getByRole('table', { name: 'Sessions' }).getByRole('link')).toHaveText([className]);
}
