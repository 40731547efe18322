import type { Page } from '@playwright/test';
import { stripeUrl } from './stack-settings.ts';

/** Test cards by what they do. */
export const CARD = { good: '4242 4242 4242 4242', declined: '4000 0000 0000 0002' } as const;

/** Fills in the hosted payment page, and pays. */
export async function payByCard(page: Page, number: string): Promise<void> {
  await page.getByLabel('Card number').fill(number);
  await page.getByLabel('Expiry').fill('12/34');
  await page.getByLabel('CVC').fill('123');
  await page.getByRole('button', { name: /^Pay/ }).click();
}

/** Pays by a method whose outcome the bank tells later. */
export async function payByBankDebit(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Bank debit, confirmed later' }).check();
  await page.getByRole('button', { name: /^Pay/ }).click();
}

/** The checkout that a payment page belongs to. */
export function checkoutOf(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** The bank's answer to a bank debit. */
export async function settle(checkoutId: string, outcome: 'succeed' | 'fail'): Promise<void> {
  const response = await fetch(`${stripeUrl()}/_emulator/checkout/sessions/${checkoutId}/settle`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ outcome }),
  });
  if (!response.ok) throw new Error(`The bank debit could not be settled: ${await response.text()}`);
}
