import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import type { Database } from '#platform/db/database.ts';
import { answerItems } from '#platform/http/answer-list.ts';
import type { App, Routes } from '#platform/http/app-types.ts';
import { CsvQuery, jsonOrCsv } from '#platform/http/csv.ts';
import { revalidated, revalidatedResponse } from '#platform/http/revalidated.ts';
import { Id, IdParams, problemResponses } from '#platform/http/schemas.ts';
import {
  AttendanceAnswer,
  CheckInAnswer,
  CheckInByCode,
  deskSessionColumns,
  Roster,
  rosterColumns,
  Today,
} from './attendance-schemas.ts';
import type { BookingDeps } from './booking-routes.ts';
import { type Attended, checkIn, undoCheckIn } from './check-in.ts';
import { checkInByCode } from './check-in-by-code.ts';
import { findDeskSession, listDeskSessions } from './desk-sessions.ts';
import { findRosterEntry, listRoster } from './roster-read-model.ts';

const config = { access: 'staff' } as const;
const tags = ['Front desk'];

/** Who comes today, and who came. */
export const attendanceRoutes =
  ({ db }: Pick<BookingDeps, 'db'>): Routes =>
  (app) => {
    readRoutes(app, db);
    checkInRoutes(app, db);
  };

function readRoutes(app: App, db: Database): void {
  const todaySchema = {
    operationId: 'getToday',
    tags,
    summary: 'The sessions of a day, with who came so far; poll it with `If-None-Match`',
    querystring: Type.Object({
      ...CsvQuery.properties,
      date: Type.Optional(
        Type.String({ format: 'date', description: 'At the location of each session; today when absent' }),
      ),
      locationId: Type.Optional(Id),
    }),
    response: { 200: jsonOrCsv(Today), ...revalidatedResponse, ...problemResponses(401, 403, 404) },
  };
  app.get('/admin/today', { config, schema: todaySchema, onSend: revalidated }, async ({ query }, reply) => {
    const { date, locationId } = query;
    const today = await listDeskSessions(db, {
      ...(date && { date: Temporal.PlainDate.from(date) }),
      ...(locationId && { locationId }),
    });
    return answerItems(reply, query, today, { name: `sessions-${today.date}`, columns: deskSessionColumns });
  });

  const rosterSchema = {
    operationId: 'getRoster',
    tags,
    summary: 'Who has a place, who waits and who came; poll it with `If-None-Match`',
    params: IdParams,
    querystring: CsvQuery,
    response: { 200: jsonOrCsv(Roster), ...revalidatedResponse, ...problemResponses(401, 403, 404) },
  };
  app.get(
    '/admin/sessions/:id/roster',
    { config, schema: rosterSchema, onSend: revalidated },
    async (request, reply) => {
      const { id } = request.params;
      const session = await findDeskSession(db, id);
      const roster = { session, items: await listRoster(db, id, optionsFor(request)) };
      // The wall time at the location, in characters that every file system takes.
      const name = `roster-${session.startsAt.slice(0, 16).replace(':', '-')}`;
      return answerItems(reply, request.query, roster, { name, columns: rosterColumns });
    },
  );
}

function checkInRoutes(app: App, db: Database): void {
  const viewOf = async (request: FastifyRequest, { bookingId, sessionId }: Attended) => {
    const [entry, session] = await Promise.all([
      findRosterEntry(db, bookingId, optionsFor(request)),
      findDeskSession(db, sessionId),
    ]);
    return { ...entry, session };
  };

  const checkInSchema = {
    operationId: 'checkIn',
    tags,
    summary: 'Note that a member came; again does nothing',
    params: IdParams,
    response: { 200: CheckInAnswer, ...problemResponses(401, 403, 404, 409) },
  };
  app.post('/admin/bookings/:id/check-in', { config, schema: checkInSchema }, async (request) => {
    const { alreadyCheckedIn, ...attended } = await checkIn(db, request.params.id, auditActor(request));
    return { ...(await viewOf(request, attended)), alreadyCheckedIn };
  });

  const undoSchema = {
    operationId: 'undoCheckIn',
    tags,
    summary: 'Take a check-in back; again does nothing',
    params: IdParams,
    response: { 200: AttendanceAnswer, ...problemResponses(401, 403, 404, 409) },
  };
  app.delete('/admin/bookings/:id/check-in', { config, schema: undoSchema }, async (request) =>
    viewOf(request, await undoCheckIn(db, request.params.id, auditActor(request))),
  );

  const byCodeSchema = {
    operationId: 'checkInByCode',
    tags,
    summary: 'Check in the member who shows this code',
    body: CheckInByCode,
    response: { 200: CheckInAnswer, ...problemResponses(401, 403, 404, 409) },
  };
  app.post('/admin/check-in', { config, schema: byCodeSchema }, async (request) => {
    const { alreadyCheckedIn, ...attended } = await checkInByCode(db, request.body, auditActor(request));
    return { ...(await viewOf(request, attended)), alreadyCheckedIn };
  });
}

function optionsFor({ actor }: FastifyRequest) {
  return { now: Temporal.Now.instant(), withEmail: actor.role === 'admin' };
}
