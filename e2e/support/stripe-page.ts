import { unwrap } from '@openmat/api-client';
import { expect, type Page } from '@playwright/test';
import type { Member } from './people.ts';
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
  await control(checkoutId, 'settle', { outcome });
}

/** Buys a plan on another device, and waits until its ticket is there. */
export async function buy({ api }: Member, { id: planId }: { id: string }): Promise<void> {
  const { paymentId: id, checkoutUrl } = await unwrap(api.POST('/api/v1/checkout', { body: { planId } }));
  await control(new URL(checkoutUrl).pathname.split('/').at(-1) ?? '', 'complete', { card: CARD.good });
  const ticketId = async () => (await unwrap(api.GET('/api/v1/payments/{id}', { params: { path: { id } } }))).ticketId;
  await expect.poll(ticketId).not.toBeNull();
}

/** Pays less for a plan than was agreed on, as with a promotion code made at Stripe. `off` in minor units. */
export async function underpay({ api }: Member, { id: planId }: { id: string }, off: number): Promise<void> {
  const { checkoutUrl } = await unwrap(api.POST('/api/v1/checkout', { body: { planId } }));
  const checkoutId = new URL(checkoutUrl).pathname.split('/').at(-1) ?? '';
  await control(checkoutId, 'discount', { amount: off });
  await control(checkoutId, 'complete', { card: CARD.good });
}

async function control(checkoutId: string, verb: 'settle' | 'complete' | 'discount', body: object): Promise<void> {
  const response = await fetch(`${stripeUrl()}/_emulator/checkout/sessions/${checkoutId}/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${verb} of a checkout failed: ${await response.text()}`);
}
