import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { problemResponses } from '#platform/http/schemas.ts';
import { buildCalendar, type Calendar } from './build-calendar.ts';

/** A calendar as it is sent. */
export interface CalendarAnswer {
  body: Buffer;
  etag: string;
}

const EMPTY = Buffer.alloc(0);

/** The responses of a route that sends a calendar. */
export function calendarResponses(...problems: Parameters<typeof problemResponses>) {
  return {
    200: {
      description: 'iCalendar (RFC 5545)',
      content: { 'text/calendar': { schema: Type.Unsafe<Buffer>({ type: 'string' }) } },
    },
    304: Type.Unsafe<Buffer>({ type: 'null', description: 'What `If-None-Match` names is still right' }),
    ...problemResponses(...problems),
  };
}

export function calendarAnswer(calendar: Calendar): CalendarAnswer {
  const body = Buffer.from(buildCalendar(calendar));
  return { body, etag: `"${createHash('sha1').update(body).digest('base64url')}"` };
}

/** Sends a calendar, or 304 to whoever has it already. */
export function sendCalendar(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, etag }: CalendarAnswer,
  { cacheControl, fileName }: { cacheControl: string; fileName: string },
): FastifyReply {
  reply.headers({ etag, 'cache-control': cacheControl });
  // A proxy that compresses makes it a weak one, and a client may name several.
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send(EMPTY);
  return reply
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .type('text/calendar; charset=utf-8')
    .send(body);
}
