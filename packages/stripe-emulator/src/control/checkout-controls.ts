import { Type } from 'typebox';
import type { Api } from '../api/api.ts';
import type { Context } from '../core/context.ts';
import { discountSession } from '../operations/discount-session.ts';
import { expireSession } from '../operations/expire-session.ts';
import { payByBankDebit, settleSession } from '../operations/pay-by-bank-debit.ts';
import { answerChallenge, type PaymentOutcome, payByCard } from '../operations/pay-by-card.ts';
import { IdInPath, Text } from '../resources/parameters.ts';

const CompleteBody = Type.Object(
  /** A test card's number, or a delayed method by its outcome. */
  { card: Text },
  { additionalProperties: false },
);

const ChallengeBody = Type.Object({ outcome: Type.Enum(['approve', 'deny']) }, { additionalProperties: false });

export const SettleBody = Type.Object({ outcome: Type.Enum(['succeed', 'fail']) }, { additionalProperties: false });

const DiscountBody = Type.Object({ amount: Type.Integer({ minimum: 1 }) }, { additionalProperties: false });

/** What the customer, the bank and the passing of time do to a Checkout Session. */
export function checkoutControls(api: Api, context: Context): void {
  const path = '/checkout/sessions/:id';
  const params = IdInPath;

  api.post(`${path}/complete`, { schema: { params, body: CompleteBody } }, ({ params: { id }, body: { card } }) => {
    if (card === 'delayed_success') return payByBankDebit(context, id, 'succeed');
    if (card === 'delayed_failure') return payByBankDebit(context, id, 'fail');
    return answer(payByCard(context, id, card));
  });

  api.post(`${path}/challenge`, { schema: { params, body: ChallengeBody } }, ({ params: { id }, body: { outcome } }) =>
    answer(answerChallenge(context, id, outcome)),
  );

  api.post(`${path}/settle`, { schema: { params, body: SettleBody } }, ({ params: { id }, body: { outcome } }) =>
    settleSession(context, id, outcome),
  );

  api.post(`${path}/discount`, { schema: { params, body: DiscountBody } }, ({ params: { id }, body: { amount } }) =>
    discountSession(context, id, amount),
  );

  api.post(`${path}/expire`, { schema: { params } }, ({ params: { id } }) => expireSession(context, id));
}

/** The session, with the bank's page when it asks for one; a decline is thrown as Stripe's card error (402). */
function answer(outcome: PaymentOutcome) {
  switch (outcome.kind) {
    case 'complete':
      return outcome.session;
    case 'challenge':
      return { ...outcome.session, next_action: { type: 'redirect_to_url', redirect_to_url: { url: outcome.url } } };
    case 'declined':
      throw outcome.error;
  }
}
