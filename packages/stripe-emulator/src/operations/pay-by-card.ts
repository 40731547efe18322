import { cardError, type Decline, invalidRequest, type StripeError } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import type { ChargeRecord, PaymentIntentRecord, PaymentMethodRecord, SessionRecord } from '../core/records.ts';
import { createCharge } from '../resources/charges.ts';
import { createCard } from '../resources/payment-methods.ts';
import { completeSession } from './complete-session.ts';
import { openDispute } from './dispute-payment.ts';
import { findCheckout, findOpenSession } from './find-session.ts';
import { prepareIntent } from './prepare-intent.ts';
import { findTestCard, type TestCard } from './test-cards.ts';

export type PaymentOutcome =
  | { kind: 'complete'; session: SessionRecord }
  | { kind: 'challenge'; session: SessionRecord; url: string }
  | { kind: 'declined'; error: StripeError };

/** Pays with a test card. A decline leaves the session open for another attempt; anything but a test card is declined. */
export function payByCard(context: Context, sessionId: string, number: string): PaymentOutcome {
  const session = findOpenSession(context, sessionId, 'paid');
  if (session.amount_total === 0) {
    return { kind: 'complete', session: completeSession(context, session, 'no_payment_required') };
  }
  if (!session.payment_method_types.includes('card')) throw invalidRequest('This Checkout Session takes no cards.');
  const card = findTestCard(number);
  const intent = prepareIntent(context, session);
  if (!card) return refuse(context, intent, null, unknownCard, null);
  const method = createCard(context, session, card);
  if (card.authenticate) return challenge(context, session, intent, method, card);
  return charge(context, session, intent, method, card);
}

/** The customer's answer on the bank's page. */
export function answerChallenge(context: Context, sessionId: string, answer: 'approve' | 'deny'): PaymentOutcome {
  const session = findOpenSession(context, sessionId, 'authenticated');
  const { challengedCard } = findCheckout(context, sessionId);
  const card = challengedCard === null ? undefined : findTestCard(challengedCard);
  const intent = prepareIntent(context, session);
  const method = context.store.paymentMethods.get(intent.payment_method ?? '');
  if (!card || !method) throw invalidRequest('This Checkout Session does not wait for authentication.');
  context.store.checkouts.update(session.id, { challengedCard: null });
  if (answer === 'deny') return refuse(context, intent, method, notAuthenticated, null);
  return charge(context, session, intent, method, card);
}

const unknownCard: Decline = {
  code: 'card_declined',
  declineCode: 'test_mode_live_card',
  message: 'Your card was declined. Your request was in test mode, but used a non test card.',
};

const notAuthenticated: Decline = {
  code: 'payment_intent_authentication_failure',
  message: 'We are unable to authenticate your payment method. Please choose a different payment method and try again.',
};

function challenge(
  context: Context,
  session: SessionRecord,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
  card: TestCard,
): PaymentOutcome {
  const pageUrl = `${context.origin()}/c/pay/${session.id}`;
  const url = `${pageUrl}/challenge`;
  context.store.checkouts.update(session.id, { challengedCard: card.number });
  const waiting = context.store.paymentIntents.update(intent.id, {
    status: 'requires_action',
    payment_method: method.id,
    last_payment_error: null,
    next_action: { type: 'redirect_to_url', redirect_to_url: { url, return_url: pageUrl } },
  });
  context.emit('payment_intent.requires_action', waiting);
  return { kind: 'challenge', session, url };
}

function charge(
  context: Context,
  session: SessionRecord,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord,
  card: TestCard,
): PaymentOutcome {
  if (card.decline) {
    const failed = createCharge(context, intent, method, card.decline);
    context.emit('charge.failed', failed);
    return refuse(context, intent, method, card.decline, failed);
  }
  const paid = createCharge(context, intent, method, 'succeeded');
  context.emit('charge.succeeded', paid);
  const succeeded = context.store.paymentIntents.update(intent.id, {
    status: 'succeeded',
    amount_received: intent.amount,
    latest_charge: paid.id,
    payment_method: method.id,
    last_payment_error: null,
    next_action: null,
  });
  context.emit('payment_intent.succeeded', succeeded);
  const completed = completeSession(context, session, 'paid');
  if (card.dispute) openDispute(context, paid, { reason: 'fraudulent' });
  return { kind: 'complete', session: completed };
}

function refuse(
  context: Context,
  intent: PaymentIntentRecord,
  method: PaymentMethodRecord | null,
  decline: Decline,
  failed: ChargeRecord | null,
): PaymentOutcome {
  const { code, declineCode, message } = decline;
  const type = code === notAuthenticated.code ? 'invalid_request_error' : 'card_error';
  const refused = context.store.paymentIntents.update(intent.id, {
    status: 'requires_payment_method',
    latest_charge: failed?.id ?? intent.latest_charge,
    payment_method: null,
    next_action: null,
    last_payment_error: {
      type,
      code,
      message,
      ...(declineCode && { decline_code: declineCode }),
      ...(failed && { charge: failed.id }),
      ...(method && { payment_method: method }),
    },
  });
  context.emit('payment_intent.payment_failed', refused);
  return { kind: 'declined', error: cardError(decline, failed, refused) };
}
