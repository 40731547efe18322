import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { row, signIn } from '../support/screens.ts';
import { buy } from '../support/stripe-page.ts';
import { book } from '../support/studio.ts';

test('with all of the money back the ticket is gone, and its place is with whoever waited for it', async ({
  page,
  studio,
  openFor,
}) => {
  const [buyer, waiter, plan, session] = await Promise.all([
    studio.createMember('Nela', { entries: 0 }),
    studio.createMember('Ana'),
    studio.createPlan(),
    studio.createSession({ capacity: 1 }),
  ]);
  await buy(buyer, plan);
  await book(buyer, session);
  await book(waiter, session);
  await signIn(page, studio.admin);

  await page.goto('/admin/payments');
  await page.getByLabel('Member').fill(buyer.email);
  await expect(page).toHaveURL(/q=/);
  await page.getByRole('table', { name: 'Payments' }).getByRole('link', { name: buyer.name }).click();
  await expect(page.getByRole('heading', { level: 1, name: '€65' })).toBeVisible();
  const timeline = page.getByRole('list', { name: 'What happened' });
  await expect(timeline).toContainText('The ticket was granted.');
  await expectNoBarriers(page, 'a payment');

  await page.getByRole('button', { name: 'Give money back' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Give money back?' });
  await expect(dialog).toContainText('1 coming booking is canceled');
  await expect(dialog.getByRole('listitem')).toContainText(session.className);
  await expect(dialog.getByRole('listitem')).toContainText(`The place goes to ${waiter.name}`);
  await dialog.getByText('A part').click();
  await expect(dialog).toContainText('The ticket stays as it is.');
  await dialog.getByText('All: €65').click();
  await dialog.getByLabel('Reason').fill('Moved away');
  await expectNoBarriers(page, 'giving money back');
  await dialog.getByRole('button', { name: 'Give back €65' }).click();

  await expect(timeline).toContainText('€65 went back');
  await expect(page.getByRole('status').getByText('Refunded')).toBeVisible();
  const theirs = await openFor(waiter);
  await theirs.goto('/bookings');
  await expect(row(theirs, 'Upcoming', session.className)).toContainText('Booked');
});
