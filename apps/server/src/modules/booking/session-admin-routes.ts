import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { findSessionView, SessionViewSchema } from '#modules/schedule/index.ts';
import type { Database } from '#platform/db/database.ts';
import { found, invalidField } from '#platform/http/app-error.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { IdParams, Nullable, problemResponses } from '#platform/http/schemas.ts';
import type { BookingDeps } from './booking-routes.ts';
import { ChangeSession, Reason } from './booking-schemas.ts';
import type { SessionPatch } from './seat-command.ts';
import { cancelSession, changeSession, deleteSession } from './seat-use-cases.ts';

const admin = { config: { access: 'admin' } } as const;
const tags = ['Schedule administration'];
const problems = problemResponses(401, 403, 404, 409);

/** Changes of a session that move seats: they go through the engine, in order with the bookings. */
export const sessionAdminRoutes =
  ({ db, engine }: BookingDeps): Routes =>
  (app) => {
    app.patch(
      '/admin/sessions/:id',
      {
        ...admin,
        schema: {
          operationId: 'changeSession',
          tags,
          summary: 'Change capacity, time, instructor or location',
          params: IdParams,
          body: ChangeSession,
          response: { 200: SessionViewSchema, ...problems },
        },
      },
      async (request) => {
        const { id } = request.params;
        const { allowOverCapacity = false, reason = null, ...fields } = request.body;
        const patch = await sessionPatch(db, fields);
        await changeSession(engine, id, { patch, allowOverCapacity, reason, staff: auditActor(request) });
        return found(await findSessionView(db, id), 'session');
      },
    );

    app.post(
      '/admin/sessions/:id/cancel',
      {
        ...admin,
        schema: {
          operationId: 'cancelSession',
          tags,
          summary: 'Cancel a session: every booking ends, every spent entry comes back, everyone is told',
          params: IdParams,
          body: Nullable(Reason),
          response: { 200: SessionViewSchema, ...problems },
        },
      },
      async (request) => {
        const { id } = request.params;
        await cancelSession(engine, id, request.body?.reason ?? null, auditActor(request));
        return found(await findSessionView(db, id), 'session');
      },
    );

    app.delete(
      '/admin/sessions/:id',
      {
        ...admin,
        schema: {
          operationId: 'deleteSession',
          tags,
          summary: 'Take a session without bookings off the schedule',
          params: IdParams,
          response: { 204: Type.Null(), ...problems },
        },
      },
      async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
        await deleteSession(engine, request.params.id, null, auditActor(request));
        return reply.code(204).send(null);
      },
    );
  };

type Fields = Omit<Static<typeof ChangeSession>, 'allowOverCapacity' | 'reason'>;

async function sessionPatch(db: Database, fields: Fields): Promise<SessionPatch> {
  const { startsAt, endsAt, locationId, ...plain } = fields;
  if (plain.instructorId) await knownInstructor(db, plain.instructorId);
  return {
    ...plain,
    ...(startsAt && { startsAt: Temporal.Instant.from(startsAt) }),
    ...(endsAt && { endsAt: Temporal.Instant.from(endsAt) }),
    ...(locationId && { location: await knownLocation(db, locationId) }),
  };
}

async function knownInstructor(db: Database, id: string): Promise<void> {
  const row = await db
    .selectFrom('instructors')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw invalidField('instructorId', 'is not an instructor');
}

async function knownLocation(db: Database, id: string): Promise<{ id: string; timeZone: string }> {
  const row = await db
    .selectFrom('locations')
    .select(['id', 'timeZone'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw invalidField('locationId', 'is not a location');
  return row;
}
