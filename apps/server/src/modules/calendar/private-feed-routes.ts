import { Type } from 'typebox';
import { findStudio } from '#modules/schedule/index.ts';
import { found } from '#platform/http/app-error.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, Instant, Nullable, problemResponses } from '#platform/http/schemas.ts';
import { listBookingEvents } from './booking-events.ts';
import { type CalendarAnswer, calendarAnswer, calendarResponses, sendCalendar } from './calendar-answer.ts';
import type { CalendarDeps } from './calendar-deps.ts';
import { createFeedSecrets } from './feed-secret.ts';
import { deleteFeed, findFeed, findFeedOwner } from './feed-store.ts';
import { renewFeed } from './renew-feed.ts';

const REFRESH_MINUTES = 15;

// Asked each time, so that a revoked address is dead at once; no shared cache keeps it.
const sending = { cacheControl: 'private, no-cache', fileName: 'bookings.ics' };
const member = { access: 'member' } as const;

const feedSchema = {
  operationId: 'getPrivateCalendar',
  tags: ['Calendar'],
  summary: 'The bookings of a member as iCalendar; whoever knows the address may read it',
  params: Type.Object({ secret: Type.String() }),
  response: calendarResponses(404),
};

const renewSchema = {
  operationId: 'renewCalendarFeed',
  tags: ['Me'],
  summary: 'A secret address under which a calendar follows my bookings; the address before stops at once',
  headers: IdempotencyHeaders,
  response: {
    201: Type.Object({ url: Type.String({ format: 'uri' }) }),
    ...problemResponses(401, 409),
  },
};

const stateSchema = {
  operationId: 'getCalendarFeed',
  tags: ['Me'],
  summary: 'Whether a calendar may follow my bookings; the address itself is shown once only',
  response: {
    200: Type.Object({ active: Type.Boolean(), createdAt: Nullable(Instant) }),
    ...problemResponses(401),
  },
};

const revokeSchema = {
  operationId: 'revokeCalendarFeed',
  tags: ['Me'],
  summary: 'End the address of my calendar',
  response: { 204: Type.Null(), ...problemResponses(401) },
};

/** A member's own bookings, for calendars that cannot sign in: the address is the secret. */
export function privateFeedRoutes(deps: CalendarDeps): Routes {
  const { db, config } = deps;
  const secrets = createFeedSecrets(config.refreshTokenSecret);
  return (app) => {
    app.get('/calendar/:secret.ics', { config: { access: 'public' }, schema: feedSchema }, async (request, reply) =>
      sendCalendar(request, reply, await loadFeed(deps, secrets.hashOf(request.params.secret)), sending),
    );

    app.post('/me/calendar-feed', { config: member, schema: renewSchema }, async (request, reply) => {
      const feedId = await renewFeed(deps, secrets, request.actor.userId, idempotencyKey(request));
      reply.header('cache-control', 'no-store');
      return reply.code(201).send({ url: `${config.webUrl}/api/v1/calendar/${secrets.secretOf(feedId)}.ics` });
    });

    app.get('/me/calendar-feed', { config: member, schema: stateSchema }, async ({ actor }) => {
      const feed = await findFeed(db, actor.userId);
      return { active: feed !== undefined, createdAt: feed?.createdAt.toString() ?? null };
    });

    app.delete('/me/calendar-feed', { config: member, schema: revokeSchema }, async ({ actor }, reply) => {
      await deleteFeed(db, actor.userId);
      return reply.code(204).send(null);
    });
  };
}

/** @throws AppError `not_found` when the secret is nobody's: unknown, replaced or revoked, or its member blocked or gone */
async function loadFeed(deps: CalendarDeps, secretHash: Buffer): Promise<CalendarAnswer> {
  const owner = found(await findFeedOwner(deps.db, secretHash), 'calendar');
  const { name } = await findStudio(deps.db);
  const organizer = { name, email: deps.config.mailFrom };
  const events = await listBookingEvents(deps, owner, organizer, Temporal.Now.instant());
  return calendarAnswer({ name, method: 'PUBLISH', events, refreshMinutes: REFRESH_MINUTES });
}
