import { unwrap } from '@openmat/api-client';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { expectEntries, row, signIn } from '../support/screens.ts';
import { buy, underpay } from '../support/stripe-page.ts';
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

  const buyers = await openFor(buyer);
  await buyers.goto('/tickets');
  await buyers.getByText('1 ended ticket').click();
  await expect(row(buyers, 'Ended tickets', plan.name)).toContainText('Revoked');
  await expect(row(buyers, 'Ended tickets', plan.name)).toContainText('Taken back by the studio');
  const { items } = await unwrap(buyer.api.GET('/api/v1/bookings', {}));
  expect(items).toMatchObject([{ session: { id: session.id }, state: 'canceled', canceledReason: 'ticket_revoked' }]);
});

test('a payment of less than was agreed on waits for a decision; accepted, it is a ticket', async ({
  page,
  studio,
  openFor,
}) => {
  const [buyer, plan] = await Promise.all([studio.createMember('Nela', { entries: 0 }), studio.createPlan()]);
  await underpay(buyer, plan, 1_000);
  await signIn(page, studio.admin);

  await expect(async () => {
    await page.goto('/admin/payments');
    await expect(page.getByRole('list', { name: 'Payments that need a decision' })).toContainText(buyer.name);
  }).toPass();
  await page.getByRole('link', { name: `${plan.name}, ${buyer.name}` }).click();
  await expect(page.getByText('€65 was agreed on, but €55 was paid. Nothing has been granted.')).toBeVisible();
  await expectNoBarriers(page, 'a payment that waits for a decision');

  await page.getByRole('button', { name: 'Accept what was paid' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Accept what was paid?' });
  await expect(dialog).toContainText(`${buyer.name} gets ${plan.name} for €55`);
  await dialog.getByLabel('Reason').fill('Their code was ours');
  await dialog.getByRole('button', { name: 'Accept what was paid' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '€55' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'What happened' })).toContainText('What was paid was accepted');

  const buyers = await openFor(buyer);
  await expectEntries(buyers, plan.name);
});

test('a payment of less than was agreed on can be given back, and says what was agreed until then', async ({
  page,
  studio,
}) => {
  const [buyer, plan] = await Promise.all([studio.createMember('Ana', { entries: 0 }), studio.createPlan()]);
  await underpay(buyer, plan, 1_000);
  await signIn(page, studio.admin);
  await page.goto(`/admin/members/${buyer.id}?tab=payments`);
  await page.getByRole('link', { name: 'In the list of all payments' }).click();
  await expect(page.getByRole('button', { name: buyer.name })).toBeVisible();
  const table = page.getByRole('table', { name: 'Payments' });
  await expect(async () => {
    await page.reload();
    await expect(table).toContainText('To be decided');
  }).toPass();
  await table.getByRole('link', { name: buyer.name }).click();

  await page.getByRole('button', { name: 'Give it back' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Give it all back?' });
  await dialog.getByLabel('Reason').fill('No code of ours');
  await dialog.getByRole('button', { name: 'Give it back' }).click();
  const timeline = page.getByRole('list', { name: 'What happened' });
  await expect(timeline).toContainText('€55 went back');
  await expect(page.getByRole('status').getByText('Refunded')).toBeVisible();
});
