import { createHash } from 'node:crypto';
import type { onSendHookHandler } from 'fastify';
import { Type } from 'typebox';

/** What a route with the hook `revalidated` can answer besides. */
export const revalidatedResponse = {
  304: Type.Null({ description: 'What `If-None-Match` names is still right' }),
};

/**
 * An `onSend` hook for what a screen asks again and again: names the answer by its content, and sends it only to whoever does
 * not have it yet.
 */
export const revalidated: onSendHookHandler<unknown> = (request, reply, payload, done) => {
  if (reply.statusCode !== 200 || typeof payload !== 'string') return done(null, payload);
  const etag = `"${createHash('sha1').update(payload).digest('base64url')}"`;
  reply.headers({ etag, 'cache-control': 'private, no-cache' });
  // A proxy that compresses makes it a weak one, and a client may name several.
  if (!request.headers['if-none-match']?.includes(etag)) return done(null, payload);
  reply.code(304).removeHeader('content-type').removeHeader('content-length');
  return done(null, null);
};
