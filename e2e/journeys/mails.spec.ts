import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkFromMail } from '../support/inbox.ts';
import { newPerson, type Person, unique } from '../support/people.ts';
import { signIn, signOutButton, signUp } from '../support/screens.ts';
import { book } from '../support/studio.ts';

test('links in mails verify an address and open the way back in', { tag: '@phone' }, async ({
  page,
  openFor,
  studio,
}) => {
  const person = newPerson(unique('Nela'));
  await test.step('sign up and verify the address', () => verifyAddress(page, person));
  await test.step('forget the password and set another', () => resetPassword(page, person));
  await test.step('the studio sees what was sent', async () => expectInLog(await openFor(studio.admin), person));
});

test('a mail leads to the end of its kind, without signing in', { tag: '@phone' }, async ({ page, studio }) => {
  const [member, session] = await Promise.all([studio.createMember('Ana'), studio.createSession({ capacity: 2 })]);
  await book(member, session);
  await page.goto(await linkFromMail(member.email, '/unsubscribe'));
  await expect(page.getByText('will no longer get mails about changes of bookings')).toBeVisible();
  await expectNoBarriers(page, 'unsubscribe');
  await page.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(page.getByRole('status')).toContainText('gets no more mails about changes of bookings');

  await signIn(page, member);
  await page.goto('/account');
  await expect(page.getByRole('checkbox', { name: 'Bookings' })).not.toBeChecked();
});

test('a member chooses reminders and lets a calendar follow the bookings', { tag: '@phone' }, async ({
  page,
  studio,
}) => {
  await signIn(page, await studio.createMember('Ben'));
  await page.goto('/account');
  await page.getByRole('checkbox', { name: '2 hours before', exact: true }).uncheck();
  await page.getByRole('checkbox', { name: '30 minutes before' }).check();
  const notifications = page.getByRole('region', { name: 'Notifications' });
  await notifications.getByRole('button', { name: 'Save' }).click();
  await expect(notifications.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: '2 hours before', exact: true })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: '30 minutes before' })).toBeChecked();

  await page.getByRole('button', { name: 'Create the address' }).click();
  const address = page.getByLabel('Address of your calendar');
  await expect(address).toHaveValue(/\/calendar\/.+\.ics$/);
  await expectNoBarriers(page, 'account');
  const followed = await address.inputValue();
  expect((await page.request.get(followed)).status()).toBe(200);

  await page.getByRole('button', { name: 'End it' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'End it' }).click();
  await expect(page.getByRole('button', { name: 'Create the address' })).toBeVisible();
  expect((await page.request.get(followed)).status()).toBe(404);
});

test('the studio sees how its background work stands', { tag: '@phone' }, async ({ page, studio }) => {
  await signIn(page, studio.admin);
  await page.goto('/admin/jobs');
  await expect(page.getByRole('heading', { name: 'Failures' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Queues' })).toContainText('notification-send');
  await expectNoBarriers(page, 'background work');
});

async function verifyAddress(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-up');
  await signUp(page, person);
  await page.goto('/account');
  await expect(page.getByText(`whether our mails reach ${person.email}`)).toBeVisible();
  const link = await linkFromMail(person.email, '/verify-email');
  await page.goto(link);
  await expectNoBarriers(page, 'verification');
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(page.getByText('your address is confirmed')).toBeVisible();

  await page.goto(link);
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await page.getByRole('link', { name: 'To my account' }).click();
  await expect(page.getByRole('heading', { name: 'Notifications' })).toBeVisible();
  await expect(page.getByText('whether our mails reach')).toBeHidden();
}

async function resetPassword(page: Page, person: Person): Promise<void> {
  await signOutButton(page).click();
  await expect(page).toHaveURL('/');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Forgot password?' }).click();
  // Both pages ask for an address; the first one's field is gone a moment later.
  await expect(page.getByRole('heading', { name: 'Forgot password' })).toBeVisible();
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText(`an account with ${person.email}`)).toBeVisible();

  await page.goto(await linkFromMail(person.email, '/reset-password'));
  await expectNoBarriers(page, 'new password');
  const password = `another ${person.password}`;
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your new password is set')).toBeVisible();
  await signIn(page, { ...person, password });
}

async function expectInLog(page: Page, person: Person): Promise<void> {
  await page.goto('/admin/messages');
  await page.getByLabel('Kind').selectOption('Confirm the address');
  await expect(page).toHaveURL(/kind=verify_email/);
  const log = page.getByRole('table', { name: 'Messages' });
  const message = log.getByRole('row').filter({ hasText: person.name });
  await expect(message).toContainText('Sent');
  await expectNoBarriers(page, 'messages');
  await message.getByRole('button', { name: 'Confirm the address' }).click();
  const detail = page.getByRole('dialog', { name: 'Confirm the address' });
  await expect(detail).toContainText(person.email);
  await expectNoBarriers(page, 'message');
  await detail.getByRole('button', { name: 'Send again' }).click();
  await expect(detail).toContainText('Queued once more.');
}
