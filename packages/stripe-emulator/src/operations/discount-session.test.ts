import { expect, it } from 'vitest';
import { cards, openCheckout } from '../testing/checkout.ts';
import { startEmulator } from '../testing/start-emulator.ts';

it('a discount is off the total, the intent and the charge', async () => {
  const running = await startEmulator();
  const { id, amount_total: before } = await openCheckout(running);
  const total = (before ?? 0) - 100;

  const answer = await running.control('POST', `/checkout/sessions/${id}/discount`, { amount: 100 });

  expect(answer).toMatchObject({ status: 200, body: { amount_total: total, amount_subtotal: before } });
  await running.control('POST', `/checkout/sessions/${id}/complete`, { card: cards.success });
  const session = await running.stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] });
  expect(session).toMatchObject({
    amount_total: total,
    total_details: { amount_discount: 100 },
    payment_intent: { amount: total, latest_charge: { amount: total } },
  });
});

it('is refused when nothing would be left, and once the session is paid', async () => {
  const running = await startEmulator();
  const { id, amount_total: total } = await openCheckout(running);
  const discount = async (amount: number) =>
    (await running.control('POST', `/checkout/sessions/${id}/discount`, { amount })).status;
  expect(await discount(total ?? 0)).toBe(400);
  await running.control('POST', `/checkout/sessions/${id}/complete`, { card: cards.success });
  expect(await discount(1)).toBe(400);
});
