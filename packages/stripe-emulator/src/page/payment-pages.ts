import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyPluginCallback, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { parseForm } from '../api/form.ts';
import { notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import type { SessionRecord } from '../core/records.ts';
import { findCheckout, findSession } from '../operations/find-session.ts';
import { payByBankDebit } from '../operations/pay-by-bank-debit.ts';
import { answerChallenge, type PaymentOutcome, payByCard } from '../operations/pay-by-card.ts';
import { IdInPath } from '../resources/parameters.ts';
import { sendPage } from './layout.ts';
import { emptyPaymentForm, findFormProblem, PaymentForm, type PaymentFormValues } from './payment-form.ts';
import { type PaymentPage, renderPaymentPage } from './payment-page.ts';
import { renderChallengePage, renderClosedPage, renderReceipt } from './small-pages.ts';

const ChallengeForm = Type.Object({ outcome: Type.Enum(['approve', 'deny']) });

/** What a customer's browser sees. Plain forms: every step is one page and one POST. */
export function paymentPages(context: Context): FastifyPluginCallback {
  return (instance, _options, done) => {
    const pages = instance.withTypeProvider<TypeBoxTypeProvider>();
    pages.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, parsed) => {
      parsed(null, parseForm(body.toString()));
    });
    const params = IdInPath;

    pages.get('/c/pay/:id', { schema: { params } }, ({ params: { id } }, reply) => {
      const session = findSession(context, id);
      if (session.status !== 'open') return showClosed(reply, session);
      return showPayment(context, reply, 200, { session, form: emptyPaymentForm, problem: null });
    });

    pages.post('/c/pay/:id', { schema: { params, body: PaymentForm } }, ({ params: { id }, body: form }, reply) => {
      const session = findSession(context, id);
      if (session.status !== 'open') return showClosed(reply, session);
      const problem = session.amount_total > 0 ? findFormProblem(form, context.now()) : null;
      if (problem) return showPayment(context, reply, 422, { session, form, problem });
      return follow(context, reply, session, form, submit(context, session, form));
    });

    pages.get('/c/pay/:id/challenge', { schema: { params } }, ({ params: { id } }, reply) => {
      const session = findSession(context, id);
      if (session.status !== 'open') return showClosed(reply, session);
      if (findCheckout(context, id).challengedCard === null) return reply.redirect(`/c/pay/${id}`, 303);
      return sendPage(reply, 200, 'Confirm', renderChallengePage(session));
    });

    pages.post(
      '/c/pay/:id/challenge',
      { schema: { params, body: ChallengeForm } },
      ({ params: { id }, body }, reply) => {
        const session = findSession(context, id);
        if (session.status !== 'open') return showClosed(reply, session);
        if (findCheckout(context, id).challengedCard === null) return reply.redirect(`/c/pay/${id}`, 303);
        return follow(context, reply, session, emptyPaymentForm, answerChallenge(context, id, body.outcome));
      },
    );

    pages.get('/receipts/:id', { schema: { params } }, ({ params: { id } }, reply) => {
      const charge = context.store.charges.get(id);
      if (!charge) throw notFound('charge', id);
      return sendPage(reply, 200, 'Receipt', renderReceipt(charge));
    });
    done();
  };
}

function submit(context: Context, { id }: SessionRecord, form: PaymentFormValues): PaymentOutcome {
  if (form.method === 'card') return payByCard(context, id, form.number);
  const outcome = form.method === 'delayed_success' ? 'succeed' : 'fail';
  return { kind: 'complete', session: payByBankDebit(context, id, outcome) };
}

/** Takes the browser to where the outcome belongs. */
function follow(
  context: Context,
  reply: FastifyReply,
  session: SessionRecord,
  form: PaymentFormValues,
  outcome: PaymentOutcome,
) {
  switch (outcome.kind) {
    case 'complete':
      return reply.redirect(successUrl(outcome.session), 303);
    case 'challenge':
      return reply.redirect(outcome.url, 303);
    case 'declined': {
      // After the bank's page the form is empty again, and no field of it is to blame.
      const problem = { field: form.number === '' ? null : ('number' as const), message: outcome.error.message };
      return showPayment(context, reply, 402, { session, form, problem });
    }
  }
}

function showPayment(context: Context, reply: FastifyReply, status: number, page: Omit<PaymentPage, 'items'>) {
  const items = findCheckout(context, page.session.id).lineItems;
  return sendPage(reply, status, 'Pay', renderPaymentPage({ ...page, items }));
}

function showClosed(reply: FastifyReply, session: SessionRecord) {
  const isPaid = session.status === 'complete';
  const continueUrl = isPaid ? successUrl(session) : (session.cancel_url ?? session.success_url);
  return sendPage(reply, isPaid ? 200 : 410, 'Closed', renderClosedPage(session, continueUrl));
}

/** Stripe replaces its placeholder only when it is written with plain braces. */
function successUrl(session: SessionRecord): string {
  return session.success_url.replaceAll('{CHECKOUT_SESSION_ID}', session.id);
}
