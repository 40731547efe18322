import { type Static, Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import type { App } from '#platform/http/app-types.ts';
import { type CsvColumns, jsonOrCsv } from '#platform/http/csv.ts';
import { page } from '#platform/http/cursor.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { Id, IdempotencyHeaders, IdParams, Instant, OneOf, Page, problemResponses } from '#platform/http/schemas.ts';
import { paymentStatuses } from './payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { findPaymentDetail, listPayments, type PaymentFilter, paymentSortKey } from './payment-read-model.ts';
import {
  AdminPaymentView,
  adminPaymentView,
  PaymentDetailView,
  paymentDetailView,
  RefundView,
  refundView,
} from './payment-view.ts';
import { requestRefund } from './request-refund.ts';
import { resolveQuarantine } from './resolve-quarantine.ts';

const config = { access: 'admin' } as const;
const tags = ['Admin: payments'];

const PaymentQuery = Type.Object({
  ...ListQuery.properties,
  status: Type.Optional(OneOf(paymentStatuses)),
  userId: Type.Optional(Id),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name or the e-mail of the member' })),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
});

const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });

const RefundBody = Type.Object(
  {
    amount: Type.Optional(Type.Integer({ minimum: 1, description: 'In minor units; all that is left when absent' })),
    reason: Reason,
  },
  { additionalProperties: false },
);

const ResolveBody = Type.Object(
  { decision: OneOf(['accept', 'refund']), reason: Reason },
  { additionalProperties: false },
);

/** Looking at all payments, and giving money back. */
export function paymentAdminRoutes(app: App, deps: PaymentDeps): void {
  listRoutes(app, deps);
  detailRoute(app, deps);
  refundRoute(app, deps);
  resolveRoute(app, deps);
}

const columns: CsvColumns<Static<typeof AdminPaymentView>> = {
  id: ({ id }) => id,
  created_at: ({ createdAt }) => createdAt,
  paid_at: ({ paidAt }) => paidAt,
  member: ({ user }) => user.name,
  email: ({ user }) => user.email,
  plan: ({ plan }) => plan.name,
  status: ({ status }) => status,
  amount_minor: ({ amount }) => amount,
  refunded_minor: ({ refundedAmount }) => refundedAmount,
  currency: ({ currency }) => currency,
};

function listRoutes(app: App, { db }: PaymentDeps): void {
  const load = (filter: PaymentFilter) => async (limit: number, cursor?: string) =>
    page(await listPayments(db, { ...filter, limit, cursor }), limit, adminPaymentView, paymentSortKey);
  const file = { name: 'payments', columns };

  const listSchema = {
    operationId: 'listPayments',
    tags,
    summary: 'All payments, newest first',
    querystring: PaymentQuery,
    response: { 200: jsonOrCsv(Page(AdminPaymentView)), ...problemResponses(401, 403) },
  };
  app.get('/admin/payments', { config: adminList, schema: listSchema }, ({ query }, reply) =>
    answerList(reply, query, load(query), file),
  );

  const ofUserSchema = {
    operationId: 'listPaymentsOfUser',
    tags,
    summary: "A member's payments, newest first",
    params: IdParams,
    querystring: ListQuery,
    response: { 200: jsonOrCsv(Page(AdminPaymentView)), ...problemResponses(401, 403) },
  };
  app.get('/admin/users/:id/payments', { config: adminList, schema: ofUserSchema }, ({ params, query }, reply) =>
    answerList(reply, query, load({ userId: params.id }), file),
  );
}

function detailRoute(app: App, { config: { stripeSecretKey }, db }: PaymentDeps): void {
  const schema = {
    operationId: 'getPayment',
    tags,
    summary: 'One payment with everything that happened to it',
    params: IdParams,
    response: { 200: PaymentDetailView, ...problemResponses(401, 403, 404) },
  };
  app.get('/admin/payments/:id', { config, schema }, async ({ params }) =>
    paymentDetailView(await findPaymentDetail(db, params.id), stripeSecretKey),
  );
}

function refundRoute(app: App, deps: PaymentDeps): void {
  const schema = {
    operationId: 'refundPayment',
    headers: IdempotencyHeaders,
    tags,
    summary: 'Give money back',
    description: 'The answer is a promise; Stripe decides. A full refund revokes the ticket and cancels its bookings.',
    params: IdParams,
    body: RefundBody,
    response: { 202: RefundView, ...problemResponses(401, 403, 404, 409) },
  };
  app.post('/admin/payments/:id/refund', { config, schema }, async (request, reply) => {
    const { amount, reason } = request.body;
    const refund = { paymentId: request.params.id, reason, actor: auditActor(request) };
    const { body } = await inTransaction(deps.db, (tx) =>
      answerOnce(tx, idempotencyKey(request), async () => {
        const promised = await requestRefund(tx, deps, { ...refund, ...(amount && { amountMinor: amount }) });
        return { status: 202, body: refundView(promised) };
      }),
    );
    return reply.code(202).send(body);
  });
}

function resolveRoute(app: App, deps: PaymentDeps): void {
  const schema = {
    operationId: 'resolvePayment',
    tags,
    summary: 'Decide about a payment that was not of the agreed amount: grant its ticket all the same, or give it back',
    params: IdParams,
    body: ResolveBody,
    response: { 200: PaymentDetailView, ...problemResponses(401, 403, 404, 409, 502) },
  };
  app.post('/admin/payments/:id/resolve', { config, schema }, async (request) => {
    const { id: paymentId } = request.params;
    await resolveQuarantine(deps, { ...request.body, paymentId, actor: auditActor(request) });
    return paymentDetailView(await findPaymentDetail(deps.db, paymentId), deps.config.stripeSecretKey);
  });
}
