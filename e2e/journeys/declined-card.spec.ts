import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { row, signIn } from '../support/screens.ts';
import { CARD, checkoutOf, payByBankDebit, payByCard, settle } from '../support/stripe-page.ts';
import type { Studio } from '../support/studio.ts';

test('a declined card is said on the payment page, and another one gets the ticket', async ({ page, studio }) => {
  await goPaying(page, studio);
  await payByCard(page, CARD.declined);
  await expect(page.getByRole('alert')).toContainText('declined');
  await payByCard(page, CARD.good);
  await expect(page.getByRole('heading', { name: 'Your ticket is ready' })).toBeVisible();
  await expect(page.getByText('5 entries left')).toBeVisible();
});

test('a bank debit is waited for until the bank confirms it', async ({ page, studio }) => {
  await goPaying(page, studio);
  const checkoutId = checkoutOf(page);
  await payByBankDebit(page);
  await expect(page.getByText('Your bank is still working on it')).toBeVisible();
  await settle(checkoutId, 'succeed');
  await expect(page.getByRole('heading', { name: 'Your ticket is ready' })).toBeVisible();
  await expect(page.getByText('5 entries left')).toBeVisible();
});

test('a bank debit that fails is said, and nothing was charged', async ({ page, studio }) => {
  await goPaying(page, studio);
  const checkoutId = checkoutOf(page);
  await payByBankDebit(page);
  await expect(page.getByText('Your bank is still working on it')).toBeVisible();
  await settle(checkoutId, 'fail');
  await expect(page.getByRole('heading', { name: 'The payment did not go through' })).toBeVisible();
  await page.getByRole('link', { name: 'Choose a ticket again' }).click();
  await expect(page.getByText('You have no tickets yet.')).toBeVisible();
});

/** A member without a ticket on the payment page of one. */
async function goPaying(page: Page, studio: Studio): Promise<void> {
  const [member, plan] = await Promise.all([studio.createMember('Nela', { entries: 0 }), studio.createPlan()]);
  await signIn(page, member);
  await page.goto('/tickets');
  await row(page, 'Buy a ticket', plan.name).getByRole('button', { name: 'Buy' }).click();
  await expect(page.getByRole('heading', { name: 'Pay', exact: true })).toBeVisible();
}
