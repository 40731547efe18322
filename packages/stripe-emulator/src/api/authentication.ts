import type { FastifyInstance } from 'fastify';
import { StripeError } from './stripe-error.ts';

/** Demands a test-mode secret key, as a bearer token or as the user name of basic authentication. */
export function requireTestKey(api: FastifyInstance): void {
  api.addHook('onRequest', async (request) => {
    const key = readKey(request.headers.authorization);
    if (key === null) {
      throw unauthorized(
        "You did not provide an API key. Provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      );
    }
    if (!/^(sk|rk)_test_/.test(key)) {
      throw unauthorized(
        `Invalid API Key provided: ${mask(key)}. The emulator takes any key that begins with sk_test_.`,
      );
    }
  });
}

function readKey(header: string | undefined): string | null {
  const [scheme, value] = header?.split(' ') ?? [];
  if (!scheme || !value) return null;
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return null;
  return Buffer.from(value, 'base64').toString().split(':')[0] || null;
}

function mask(key: string): string {
  return key.slice(0, 8) + '*'.repeat(Math.max(0, Math.min(key.length, 24) - 8));
}

function unauthorized(message: string): StripeError {
  return new StripeError(401, { type: 'invalid_request_error', message });
}
