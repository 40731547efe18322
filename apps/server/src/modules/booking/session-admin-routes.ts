import { type Static, Type } from 'typebox';
import { type AuditActor, auditActor } from '#modules/audit/index.ts';
import { AdminSession, findSessionView } from '#modules/schedule/index.ts';
import type { Database } from '#platform/db/database.ts';
import { found } from '#platform/http/app-error.ts';
import type { App, Routes } from '#platform/http/app-types.ts';
import { IdParams, Nullable, problemResponses } from '#platform/http/schemas.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import { assignSession } from './assign-session.ts';
import type { BookingDeps } from './booking-routes.ts';
import { ChangeSession, dryRun, Reason, sessionVersion } from './booking-schemas.ts';
import { ConsequencesSchema, type ConsequencesView } from './consequences-view.ts';
import type { ChangeSessionCommand } from './seat-command.ts';
import { changeSession } from './seat-use-cases.ts';

type SessionAdminDeps = BookingDeps & { jobs: JobQueue };

const admin = { config: { access: 'admin' } } as const;
const tags = ['Schedule administration'];
const problems = problemResponses(401, 403, 404, 409);

const consequences = Nullable({ ...ConsequencesSchema, description: 'Of a dry run' });
const Outcome = Type.Object({
  ...AdminSession.properties,
  dryRun: Type.Boolean({ description: 'Nothing of it happened; the session is as it was' }),
  consequences,
});
const CancelSession = Type.Object(
  { ...Reason.properties, version: sessionVersion, dryRun },
  { additionalProperties: false },
);

/** Changes of a session that move seats: they are decided with the rules and locks of the bookings, and in order with them. */
export const sessionAdminRoutes =
  (deps: SessionAdminDeps): Routes =>
  (app) => {
    change(app, deps);
    cancel(app, deps);
    remove(app, deps);
  };

function change(app: App, deps: SessionAdminDeps): void {
  app.patch(
    '/admin/sessions/:id',
    {
      ...admin,
      schema: {
        operationId: 'changeSession',
        tags,
        summary: 'Change capacity, time, instructor, location or own terms, or try what that would do',
        params: IdParams,
        body: ChangeSession,
        response: { 200: Outcome, ...problems },
      },
    },
    async (request) => {
      const { id: sessionId } = request.params;
      const { instructorId, locationId, dryRun = false, ...body } = request.body;
      const command = changeCommand(sessionId, body, auditActor(request));
      const consequences =
        instructorId || locationId
          ? await assignSession(deps, command, { instructorId, locationId }, dryRun)
          : await changeSession(deps, command, dryRun);
      return outcome(deps.db, sessionId, consequences);
    },
  );
}

function cancel(app: App, deps: BookingDeps): void {
  app.post(
    '/admin/sessions/:id/cancel',
    {
      ...admin,
      schema: {
        operationId: 'cancelSession',
        tags,
        summary: 'Cancel a session: every booking ends, every spent entry comes back, everyone is told',
        params: IdParams,
        body: Nullable(CancelSession),
        response: { 200: Outcome, ...problems },
      },
    },
    async (request) => {
      const { id: sessionId } = request.params;
      const { reason = null, version, dryRun = false } = request.body ?? {};
      const terms = { reason, staff: auditActor(request), ...seen(version) };
      const consequences = await changeSession(deps, { kind: 'cancelSession', sessionId, ...terms }, dryRun);
      return outcome(deps.db, sessionId, consequences);
    },
  );
}

function remove(app: App, deps: BookingDeps): void {
  app.delete(
    '/admin/sessions/:id',
    {
      ...admin,
      schema: {
        operationId: 'deleteSession',
        tags,
        summary: 'Take a session without bookings off the schedule',
        params: IdParams,
        querystring: Type.Object({ version: sessionVersion, dryRun }),
        response: { 200: Type.Object({ dryRun: Type.Boolean(), consequences }), 204: Type.Null(), ...problems },
      },
    },
    async (request, reply) => {
      const { id: sessionId } = request.params;
      const { version, dryRun = false } = request.query;
      const terms = { reason: null, staff: auditActor(request), ...seen(version) };
      const consequences = await changeSession(deps, { kind: 'deleteSession', sessionId, ...terms }, dryRun);
      return consequences ? reply.code(200).send({ dryRun, consequences }) : reply.code(204).send(null);
    },
  );
}

const seen = (version: number | undefined) => (version === undefined ? {} : { version });

async function outcome(db: Database, id: string, consequences: ConsequencesView | null) {
  const session = found(await findSessionView(db, id), 'session');
  return { ...session, dryRun: consequences !== null, consequences };
}

function changeCommand(
  sessionId: string,
  body: Omit<Static<typeof ChangeSession>, 'instructorId' | 'locationId' | 'dryRun'>,
  staff: AuditActor,
): ChangeSessionCommand {
  const { allowOverCapacity = false, reason = null, version, startsAt, endsAt, ...plain } = body;
  const patch = {
    ...plain,
    ...(startsAt && { startsAt: Temporal.Instant.from(startsAt) }),
    ...(endsAt && { endsAt: Temporal.Instant.from(endsAt) }),
  };
  return { kind: 'changeSession', sessionId, patch, allowOverCapacity, reason, staff, ...seen(version) };
}
