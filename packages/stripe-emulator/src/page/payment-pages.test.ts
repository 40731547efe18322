import { describe, expect, it } from 'vitest';
import { cards, openCheckout, payCheckout, tenEntries } from '../testing/checkout.ts';
import { startEmulator, type TestEmulator } from '../testing/start-emulator.ts';

const card = (number: string) => ({ method: 'card', number, expiry: '12/40', cvc: '123' });

/** Submits a form as a browser without scripts does, without following the redirect. */
async function submit(url: string, fields: Record<string, string>) {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location'), page: await response.text() };
}

async function openPage(running: TestEmulator) {
  const session = await openCheckout(running);
  const url = session.url ?? '';
  const response = await fetch(url);
  return { id: session.id, url, response, page: await response.text() };
}

describe('the payment page', () => {
  it('shows what is bought, for how much, and that it is a test', async () => {
    const { response, page } = await openPage(await startEmulator());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    for (const text of ['10 entries', '€120.00', 'Test payment.', 'mia@example.com', 'Pay €120.00']) {
      expect(page).toContain(text);
    }
    expect(page).toContain('href="http://studio.test/tickets"');
    expect(page).not.toContain('<script');
  });

  it('escapes what the platform named', async () => {
    const { stripe } = await startEmulator();
    const price_data = { currency: 'eur', unit_amount: 500, product_data: { name: '<img src=x onerror=alert(1)>' } };
    const session = await stripe.checkout.sessions.create({ ...tenEntries, line_items: [{ quantity: 2, price_data }] });
    const page = await (await fetch(session.url ?? '')).text();
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; × 2');
  });

  it('is 404 for an unknown session', async () => {
    const { url } = await startEmulator();
    expect((await fetch(`${url}/c/pay/cs_test_none`)).status).toBe(404);
  });
});

describe('paying on it', () => {
  it('leads to the success page with the session in its address', async () => {
    const running = await startEmulator();
    const { id, url } = await openPage(running);

    const paid = await submit(url, card(cards.success));

    expect(paid).toMatchObject({ status: 303, location: `http://studio.test/thanks?session=${id}` });
    const session = await running.stripe.checkout.sessions.retrieve(id);
    expect(session.payment_status).toBe('paid');
  });

  it('shows a decline and takes another card', async () => {
    const running = await startEmulator();
    const { url } = await openPage(running);

    const declined = await submit(url, card(cards.declined));

    expect(declined.status).toBe(402);
    expect(declined.page).toContain('role="alert">Your card was declined.');
    expect(declined.page).toContain('value="4000 0000 0000 0002"');
    expect(declined.page).toMatch(/name="number"[^>]+aria-invalid="true" aria-describedby="problem"/);
    expect((await submit(url, card(cards.success))).status).toBe(303);
  });

  it.each([
    ['number', { ...card(''), expiry: '12/40' }],
    ['expiry', { ...card(cards.success), expiry: '01/20' }],
    ['cvc', { ...card(cards.success), cvc: '' }],
  ])('says that the %s is wrong before anything is charged', async (field, fields) => {
    const running = await startEmulator();
    const { id, url } = await openPage(running);
    const refused = await submit(url, fields);
    expect(refused.status).toBe(422);
    expect(refused.page).toMatch(new RegExp(`name="${field}"[^>]+aria-invalid="true"`));
    expect((await running.stripe.checkout.sessions.retrieve(id)).payment_intent).toBeNull();
  });

  it.each(['delayed_success', 'delayed_failure'])('takes a bank debit (%s)', async (method) => {
    const running = await startEmulator();
    const { id, url } = await openPage(running);
    expect((await submit(url, { method })).status).toBe(303);
    const session = await running.stripe.checkout.sessions.retrieve(id);
    expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid' });
  });

  it('offers only the methods of the session', async () => {
    const { stripe } = await startEmulator();
    const session = await stripe.checkout.sessions.create({ ...tenEntries, allowed_payment_method_types: ['card'] });
    const page = await (await fetch(session.url ?? '')).text();
    expect(page).not.toContain('Bank debit');
  });
});

describe('the page of the bank', () => {
  async function reachChallenge() {
    const running = await startEmulator();
    const { id, url } = await openPage(running);
    const asked = await submit(url, card(cards.authentication));
    expect(asked).toMatchObject({ status: 303, location: `${url}/challenge` });
    const page = await (await fetch(`${url}/challenge`)).text();
    expect(page).toContain('Your bank asks for confirmation');
    return { running, id, url };
  }

  it('leads to the success page after approval', async () => {
    const { id, url } = await reachChallenge();
    const approved = await submit(`${url}/challenge`, { outcome: 'approve' });
    expect(approved).toMatchObject({ status: 303, location: `http://studio.test/thanks?session=${id}` });
  });

  it('leads back to the form after denial', async () => {
    const { running, id, url } = await reachChallenge();
    const denied = await submit(`${url}/challenge`, { outcome: 'deny' });
    expect(denied.status).toBe(402);
    expect(denied.page).toContain('We are unable to authenticate your payment method.');
    // The form is on the page of the challenge now; it must still post to the payment page.
    expect(denied.page).toContain(`action="/c/pay/${id}"`);
    expect((await running.stripe.checkout.sessions.retrieve(id)).status).toBe('open');
  });

  it('is not there when nobody asked', async () => {
    const { url } = await openPage(await startEmulator());
    const response = await fetch(`${url}/challenge`, { redirect: 'manual' });
    expect(response.status).toBe(303);
  });
});

describe('a session that is over', () => {
  it('shows that it was paid, and charges nothing again', async () => {
    const running = await startEmulator();
    const { session } = await payCheckout(running);
    const again = await submit(`${running.url}/c/pay/${session.id}`, card(cards.success));
    expect(again.status).toBe(200);
    expect(again.page).toContain('already been submitted');
    expect(again.page).toContain(`href="http://studio.test/thanks?session=${session.id}"`);
    expect((await running.stripe.charges.list()).data).toHaveLength(1);
  });

  it('shows that it expired, with a way back', async () => {
    const running = await startEmulator();
    const { id, url } = await openPage(running);
    await running.stripe.checkout.sessions.expire(id);
    const response = await fetch(url);
    expect(response.status).toBe(410);
    const page = await response.text();
    expect(page).toContain('has expired');
    expect(page).toContain('href="http://studio.test/tickets"');
  });
});

it('shows the receipt that a charge links to', async () => {
  const running = await startEmulator();
  const { charge, intent } = await payCheckout(running);
  await running.stripe.refunds.create({ payment_intent: intent.id, amount: 2_000 });
  const page = await (await fetch(charge.receipt_url ?? '')).text();
  for (const text of ['Receipt', '€120.00', '€20.00', charge.id]) expect(page).toContain(text);
});

describe('an order with nothing to pay', () => {
  const free = [{ quantity: 1, price_data: { currency: 'eur', unit_amount: 0, product_data: { name: 'Trial' } } }];

  it('asks for no card and completes without a payment', async () => {
    const running = await startEmulator();
    const { id, url } = await running.stripe.checkout.sessions.create({ ...tenEntries, line_items: free });
    const page = await (await fetch(url ?? '')).text();
    expect(page).toContain('Complete the order');
    expect(page).not.toContain('Card number');

    expect(await submit(url ?? '', {})).toMatchObject({ status: 303 });

    const session = await running.stripe.checkout.sessions.retrieve(id);
    expect(session).toMatchObject({ status: 'complete', payment_status: 'no_payment_required', payment_intent: null });
  });

  it.each([cards.success, 'delayed_success'])('is completed through the controls by %s too', async (method) => {
    const running = await startEmulator();
    const { id } = await running.stripe.checkout.sessions.create({ ...tenEntries, line_items: free });
    const { body } = await running.control('POST', `/checkout/sessions/${id}/complete`, { card: method });
    expect(body).toMatchObject({ status: 'complete', payment_status: 'no_payment_required' });
  });
});
