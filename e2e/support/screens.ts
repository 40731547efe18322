import { expect, type Locator, type Page } from '@playwright/test';
import type { Person } from './people.ts';
import type { Session } from './studio.ts';

/** Fills in the sign-up form that is open; it leads on by itself. */
export async function signUp(page: Page, { name, email, password }: Person): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await passwordField(page).fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(signOutButton(page)).toBeVisible();
}

/** Signs in and ends up on the schedule. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await passwordField(page).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(signOutButton(page)).toBeVisible();
  await expect(page).toHaveURL('/');
}

/** Not the button beside it, which shows the password. */
const passwordField = (page: Page): Locator => page.getByLabel('Password', { exact: true });

export const signOutButton = (page: Page): Locator => page.getByRole('button', { name: 'Sign out', exact: true });

/** The schedule of the day on which a session is. */
export async function openSchedule(page: Page, { startsAt }: Pick<Session, 'startsAt'>): Promise<void> {
  await page.goto(`/?day=${startsAt.toPlainDate()}`);
}

/** A session, a booking, a plan or a ticket in its list, found by what its heading says. */
export function row(page: Page, list: string, heading: string): Locator {
  const items = page.getByRole('list', { name: list }).getByRole('listitem');
  return items.filter({ has: page.getByRole('heading', { name: heading }) });
}

/** How full a session is and what one can do about it, on the page of the session. */
export const bookingPanel = (page: Page): Locator => page.getByRole('region', { name: 'Booking' });

/** What stands at a member's disposal: `4 entries left`. */
export async function expectEntries(page: Page, text: string): Promise<void> {
  await page.goto('/tickets');
  await expect(page.getByRole('list', { name: 'My tickets' })).toContainText(text);
}
