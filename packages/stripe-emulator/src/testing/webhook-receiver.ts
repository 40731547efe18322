import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';

export const webhookSecret = 'whsec_test';

/** A platform that takes webhooks. Each is verified by the SDK, as a real one would. */
export interface WebhookReceiver {
  url: string;
  /** Verified events in the order of their arrival. */
  received: Stripe.Event[];
  types(): string[];
  /** The status to answer with from now on; null leaves requests without an answer. */
  answer: number | null;
  close(): Promise<void>;
}

export async function startWebhookReceiver(port = 0): Promise<WebhookReceiver> {
  const server = createServer(async (request, response) => {
    const payload = await readBody(request);
    const signature = request.headers['stripe-signature'] ?? '';
    receiver.received.push(Stripe.webhooks.constructEvent(payload, signature, webhookSecret));
    if (receiver.answer !== null) response.writeHead(receiver.answer).end();
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${portOf(server.address())}/webhook`,
    received: [],
    types: () => receiver.received.map((event) => event.type),
    answer: 200,
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await once(server.close(), 'close');
    },
  };
  return receiver;
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk;
  return body;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
