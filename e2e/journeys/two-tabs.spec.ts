import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { signIn, signOutButton } from '../support/screens.ts';

const EMPTY = 'Nothing booked yet';

test('of two tabs that need a token at once, one waits for the other', async ({ page, context, studio }) => {
  await signIn(page, await studio.createMember('Nela'));
  const other = await openBookings(page, context);
  const refreshes = await holdRefreshes(context);
  await Promise.all([page.reload(), other.reload()]);
  await expect.poll(() => page.evaluate(async () => (await navigator.locks.query()).pending?.length)).toBe(1);
  expect(refreshes.count()).toBe(1);
  refreshes.release();
  await expectSignedIn(page, other);
});

test('two tabs that cannot agree who refreshes both stay signed in', async ({ page, context, studio }) => {
  // As on a phone that opens a development machine by its address: no locks there.
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
  await signIn(page, await studio.createMember('Nela'));
  const other = await openBookings(page, context);
  const refreshes = await holdRefreshes(context);
  await Promise.all([page.reload(), other.reload()]);
  await expect.poll(refreshes.count).toBe(2);
  refreshes.release();
  await expectSignedIn(page, other);

  // The cookie that is left is a good one.
  await page.reload();
  await expectSignedIn(page, other);
});

test('signing out in one tab ends the other', async ({ page, context, studio }) => {
  await signIn(page, await studio.createMember('Nela'));
  const other = await openBookings(page, context);
  await signOutButton(page).click();
  const reason = other.getByText('Sign in to see your bookings');
  await expect(reason).toBeVisible();
  await other.reload();
  await expect(reason).toBeVisible();
});

/** Both tabs show the member's bookings. */
async function openBookings(page: Page, context: BrowserContext): Promise<Page> {
  const other = await context.newPage();
  await Promise.all([page.goto('/bookings'), other.goto('/bookings')]);
  await expectSignedIn(page, other);
  return other;
}

async function expectSignedIn(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await expect(page.getByText(EMPTY)).toBeVisible();
    await expect(signOutButton(page)).toBeVisible();
  }
}

/** Keeps every refresh on its way to the API until it is released. */
async function holdRefreshes(context: BrowserContext) {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let count = 0;
  await context.route('**/api/v1/auth/refresh', async (route) => {
    count += 1;
    await released;
    await route.continue();
  });
  return { release, count: () => count };
}
