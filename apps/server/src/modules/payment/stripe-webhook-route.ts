import { Type } from 'typebox';
import type { App } from '#platform/http/app-types.ts';
import { problemResponses } from '#platform/http/schemas.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { receiveEvent } from './receive-event.ts';

/** Where Stripe tells what happened. Its signature takes the place of a sign-in. */
export function stripeWebhookRoute(app: App, deps: PaymentDeps): void {
  app.register(async (scope) => {
    // The signature covers the bytes, so in this scope no parser may touch them.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

    const schema = {
      operationId: 'receiveStripeEvent',
      tags: ['Payments'],
      summary: "Stripe's webhook",
      response: { 200: Type.Object({ received: Type.Boolean() }), ...problemResponses(413) },
    };
    // Stripe sends in bursts and repeats what is refused, so it is never limited.
    const config = { access: 'public', rateLimit: false } as const;
    scope.post('/stripe/webhook', { config, schema, bodyLimit: 512 * 1024 }, async ({ body, headers }) => {
      await receiveEvent(deps, Buffer.isBuffer(body) ? body : Buffer.alloc(0), headers['stripe-signature']);
      return { received: true };
    });
  });
}
