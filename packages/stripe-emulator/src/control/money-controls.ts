import { Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { invalidRequest, noSuchParameter } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { closeDispute, openDispute } from '../operations/dispute-payment.ts';
import { settleRefund } from '../operations/refund-payment.ts';
import { IdInPath, Text } from '../resources/parameters.ts';
import { SettleBody } from './checkout-controls.ts';

const DisputeBody = Type.Object(
  {
    paymentIntent: Text,
    reason: Type.Optional(Text),
    /** Minor units; the whole charge when absent. */
    amount: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false },
);

const CloseBody = Type.Object({ outcome: Type.Enum(['won', 'lost']) }, { additionalProperties: false });

/** What cardholders and banks do to paid money: disputes, and the fate of refunds. */
export function moneyControls(api: Api, context: Context): void {
  const params = IdInPath;

  api.post('/disputes', { schema: { body: DisputeBody } }, ({ body }) =>
    openDispute(context, findCharge(context, body.paymentIntent), body),
  );

  api.post('/disputes/:id/close', { schema: { params, body: CloseBody } }, ({ params: { id }, body: { outcome } }) =>
    closeDispute(context, id, outcome),
  );

  api.post('/refunds/:id/settle', { schema: { params, body: SettleBody } }, ({ params: { id }, body: { outcome } }) =>
    settleRefund(context, id, outcome),
  );
}

function findCharge({ store }: Context, paymentIntent: string) {
  const intent = store.paymentIntents.get(paymentIntent);
  if (!intent) throw noSuchParameter('payment_intent', paymentIntent, 'paymentIntent');
  const charge = store.charges.get(intent.latest_charge ?? '');
  if (!charge) throw invalidRequest(`This PaymentIntent (${intent.id}) has no charge to dispute.`);
  return charge;
}
