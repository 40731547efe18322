import type { OutgoingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream';
import { Type } from 'typebox';
import type { Routes } from '#platform/http/app-types.ts';
import { problemResponses } from '#platform/http/schemas.ts';
import type { ScheduleDeps } from './schedule-deps.ts';
import { SessionStream, type SessionStreamOptions } from './session-stream.ts';

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';

const StreamQuery = Type.Object({
  lastEventId: Type.Optional(Type.String({ maxLength: 100, description: 'As the header `Last-Event-ID`, which wins' })),
  sessionIds: Type.Optional(
    Type.String({ pattern: `^${UUID}(,${UUID}){0,199}$`, description: 'Only these sessions, separated by commas' }),
  ),
});

const description =
  'Server-sent events `session.counts` with `{sessionId, activeCount, waitingCount, capacity, state}`: always the newest counts, so ' +
  'fast changes of one session may arrive as one event. `Last-Event-ID` resumes; where that is not possible, the counts of all coming sessions follow.';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // A proxy that compresses or buffers (Next.js, nginx) would hold events back until its buffer is full.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/** Seats as they change. */
export function sessionStreamRoutes(
  deps: Pick<ScheduleDeps, 'db' | 'listener'>,
  options?: SessionStreamOptions,
): Routes {
  return (app) => {
    const stream = new SessionStream(deps, options);
    app.addHook('preClose', async () => stream.close());

    app.get(
      '/sessions/stream',
      {
        config: { access: 'public' },
        // The answer to a HEAD would never end.
        exposeHeadRoute: false,
        schema: {
          operationId: 'streamSessionCounts',
          tags: ['Schedule'],
          summary: 'Seats as they change',
          description,
          querystring: StreamQuery,
          response: {
            200: { description: 'Events', content: { 'text/event-stream': { schema: Type.String() } } },
            ...problemResponses(),
          },
        },
      },
      async (request, reply) => {
        const { lastEventId, sessionIds } = request.query;
        const header = request.headers['last-event-id'];
        const resumeAt = typeof header === 'string' ? header : lastEventId;
        const client = stream.open(resumeAt, sessionIds ? new Set(sessionIds.split(',')) : undefined);
        // Hijacked, because the handler's time limit would end the stream.
        reply.headers(headers).hijack();
        reply.raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders);
        pipeline(client, reply.raw, () => {});
      },
    );
  };
}
