import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { problemResponses } from '#platform/http/schemas.ts';
import type { ScheduleCache } from './schedule-cache.ts';

/** An answer that is the same for everybody, serialized once for all who ask. */
export interface PublicAnswer {
  /** Encoded, so that sending it costs no more than handing it to the socket. */
  body: Buffer;
  etag: string;
}

export type PublicAnswers = ScheduleCache<PublicAnswer>;

const EMPTY = Buffer.alloc(0);

/** The responses of a route that sends a `PublicAnswer` of this schema. */
export function publicResponses<T extends TSchema>(schema: T, ...problems: Parameters<typeof problemResponses>) {
  return {
    // To the handler it is bytes already; clients see the schema.
    200: Type.Unsafe<Buffer>(schema),
    304: Type.Unsafe<Buffer>({ type: 'null', description: 'What `If-None-Match` names is still right' }),
    ...problemResponses(...problems),
  };
}

/**
 * Returns what is kept under `key`, or loads, serializes and keeps it; sets the headers that belong to it.
 *
 * `load` must give what the route's schema says: the bytes are sent as they are, without the schema's serializer.
 */
export async function publicAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answers: PublicAnswers,
  key: string,
  load: () => Promise<object>,
): Promise<Buffer> {
  const { body, etag } = await answers.read(key, async () => serialized(await load()));
  // Browsers keep it too, but ask each time whether it is still right.
  reply.header('cache-control', 'public, no-cache').header('etag', etag);
  if (request.headers['if-none-match'] === etag) {
    reply.code(304);
    return EMPTY;
  }
  reply.type('application/json; charset=utf-8');
  return body;
}

function serialized(answer: object): PublicAnswer {
  const body = Buffer.from(JSON.stringify(answer));
  return { body, etag: `"${createHash('sha1').update(body).digest('base64url')}"` };
}
