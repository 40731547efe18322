import { Type } from 'typebox';
import type { App, Routes } from '#platform/http/app-types.ts';
import { page } from '#platform/http/cursor.ts';
import { idempotencyKey } from '#platform/http/idempotency.ts';
import { Id, IdempotencyHeaders, IdParams, Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';
import { paymentAdminRoutes } from './payment-admin-routes.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { findMemberPayment, listPayments, paymentSortKey } from './payment-read-model.ts';
import { PaymentView, paymentView } from './payment-view.ts';
import { startCheckout } from './start-checkout.ts';
import { stripeWebhookRoute } from './stripe-webhook-route.ts';

const config = { access: 'member' } as const;
const tags = ['Payments'];

/**
 * A path of our own: browsers read `//host`, `/\host` and paths with tabs or line breaks in them as other sites.
 */
const LocalPath = Type.String({ pattern: '^/(?![/\\\\])[^\\s\\\\]*$', maxLength: 500 });

const CheckoutBody = Type.Object({ planId: Id, returnPath: Type.Optional(LocalPath) }, { additionalProperties: false });

const CheckoutView = Type.Object({ paymentId: Id, checkoutUrl: Type.String() });

/** Buying, a member's own payments, Stripe's webhook and the admin's side. */
export function paymentRoutes(deps: PaymentDeps): Routes {
  return (app) => {
    checkoutRoute(app, deps);
    readRoutes(app, deps);
    stripeWebhookRoute(app, deps);
    paymentAdminRoutes(app, deps);
  };
}

function checkoutRoute(app: App, deps: PaymentDeps): void {
  const schema = {
    operationId: 'startCheckout',
    headers: IdempotencyHeaders,
    tags,
    summary: 'Buy a ticket plan',
    description: 'Send the browser to `checkoutUrl`. The ticket is granted when Stripe confirms the payment: poll it.',
    body: CheckoutBody,
    response: { 201: CheckoutView, ...problemResponses(401, 403, 404, 409, 502) },
  };
  app.post('/checkout', { config, schema }, async (request, reply) => {
    const { planId, returnPath = null } = request.body;
    const { userId } = request.actor;
    const checkout = await startCheckout(deps, { userId, planId, returnPath }, idempotencyKey(request));
    return reply.code(201).send(checkout);
  });
}

function readRoutes(app: App, { db }: PaymentDeps): void {
  const listSchema = {
    operationId: 'listMyPayments',
    tags,
    summary: 'My payments, newest first',
    querystring: PageQuery,
    response: { 200: Page(PaymentView), ...problemResponses(401) },
  };
  app.get('/payments', { config, schema: listSchema }, async ({ actor, query: { limit = 50, cursor } }) => {
    const rows = await listPayments(db, { userId: actor.userId, limit, cursor });
    return page(rows, limit, paymentView, paymentSortKey);
  });

  const getSchema = {
    operationId: 'getMyPayment',
    tags,
    summary: 'How one of my payments stands',
    params: IdParams,
    response: { 200: PaymentView, ...problemResponses(401, 404) },
  };
  app.get('/payments/:id', { config, schema: getSchema }, async ({ actor, params }) =>
    paymentView(await findMemberPayment(db, params.id, actor.userId)),
  );
}
