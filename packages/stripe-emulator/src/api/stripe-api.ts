import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyPluginCallback } from 'fastify';
import Stripe from 'stripe';
import type { Context } from '../core/context.ts';
import { chargeRoutes } from '../resources/charges.ts';
import { checkoutSessionRoutes } from '../resources/checkout-session-routes.ts';
import { customerRoutes } from '../resources/customers.ts';
import { disputeRoutes } from '../resources/disputes.ts';
import { eventRoutes } from '../resources/events.ts';
import { paymentIntentRoutes } from '../resources/payment-intents.ts';
import { paymentMethodRoutes } from '../resources/payment-methods.ts';
import { priceRoutes } from '../resources/prices.ts';
import { productRoutes } from '../resources/products.ts';
import { refundRoutes } from '../resources/refunds.ts';
import type { Api } from './api.ts';
import { type ApiFaults, failBeforeExecution, failDuringExecution } from './api-faults.ts';
import { requireTestKey } from './authentication.ts';
import { expandPaths } from './expand.ts';
import { parseForm } from './form.ts';
import { honourIdempotencyKeys } from './idempotency.ts';
import { StripeError } from './stripe-error.ts';

const resources = [
  chargeRoutes,
  checkoutSessionRoutes,
  customerRoutes,
  disputeRoutes,
  eventRoutes,
  paymentIntentRoutes,
  paymentMethodRoutes,
  priceRoutes,
  productRoutes,
  refundRoutes,
];

/** The part of the server that the `stripe` SDK talks to. The order of the hooks is the order of Stripe's checks. */
export function stripeApi(context: Context, faults: ApiFaults): FastifyPluginCallback {
  return (instance, _options, done) => {
    const api = instance.withTypeProvider<TypeBoxTypeProvider>();
    acceptForms(api);
    nameRequests(api);
    requireTestKey(api);
    failBeforeExecution(api, faults);
    honourIdempotencyKeys(api, context);
    failDuringExecution(api, faults);
    expandAnswers(api, context);
    api.setNotFoundHandler(({ method, url }) => {
      const message = `Unrecognized request URL (${method}: ${url}). The emulator covers only a part of Stripe; see its README.`;
      throw new StripeError(404, { type: 'invalid_request_error', message });
    });
    for (const routes of resources) routes(api, context);
    done();
  };
}

function acceptForms(api: Api) {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, parseForm(body.toString()));
  });
  // A POST without parameters may come without a body.
  api.addHook('preValidation', async (request) => {
    request.body ??= {};
  });
}

function nameRequests(api: Api) {
  api.addHook('onRequest', async (request, reply) => {
    const version = request.headers['stripe-version'] ?? Stripe.API_VERSION;
    reply.headers({ 'request-id': request.id, 'stripe-version': version });
  });
}

function expandAnswers(api: Api, { store }: Context) {
  api.addHook('preSerialization', async (request, reply, payload) => {
    if (reply.statusCode >= 400) return payload;
    const paths = [...readExpand(request.query), ...readExpand(request.body)];
    return expandPaths(store, payload, paths);
  });
}

function readExpand(params: unknown): string[] {
  if (typeof params !== 'object' || params === null || !('expand' in params)) return [];
  return Array.isArray(params.expand) ? params.expand.map(String) : [];
}
