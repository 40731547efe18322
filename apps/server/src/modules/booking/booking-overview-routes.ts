import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { type CsvColumns, jsonOrCsv } from '#platform/http/csv.ts';
import { IdParams, Page, problemResponses } from '#platform/http/schemas.ts';
import { listOverview, OverviewFilter, OverviewItem, OverviewSort } from './booking-overview.ts';

const tags = ['Admin: bookings'];
const sorted = { sort: Type.Optional({ ...OverviewSort, default: '-bookedAt' }) };
const response = { 200: jsonOrCsv(Page(OverviewItem)), ...problemResponses(401, 403) };
const { userId: _userId, ...filtersOfUser } = OverviewFilter.properties;

const schema = {
  operationId: 'adminListBookings',
  tags,
  summary: 'All bookings, the newest first unless sorted otherwise',
  querystring: Type.Object({ ...ListQuery.properties, ...OverviewFilter.properties, ...sorted }),
  response,
};

const ofUserSchema = {
  operationId: 'listBookingsOfUser',
  tags,
  summary: "A member's bookings, the newest first unless sorted otherwise",
  params: IdParams,
  querystring: Type.Object({ ...ListQuery.properties, ...filtersOfUser, ...sorted }),
  response,
};

const columns: CsvColumns<OverviewItem> = {
  id: ({ id }) => id,
  state: ({ state }) => state,
  member: ({ user }) => user.name,
  email: ({ user }) => user.email,
  class: ({ session }) => session.class.name,
  starts_at: ({ session }) => session.startsAt,
  time_zone: ({ session }) => session.timeZone,
  location: ({ session }) => session.location.name,
  instructor: ({ session }) => session.instructor.name,
  ticket: ({ ticket }) => ticket.name,
  booked_at: ({ bookedAt }) => bookedAt,
  promoted_at: ({ promotedAt }) => promotedAt,
  canceled_at: ({ canceledAt }) => canceledAt,
  canceled_reason: ({ canceledReason }) => canceledReason,
  checked_in_at: ({ checkedInAt }) => checkedInAt,
  no_show_at: ({ noShowAt }) => noShowAt,
};

/** The overview of all bookings, and of those of one member, for admins. */
export const bookingOverviewRoutes =
  ({ db }: { db: Database }): Routes =>
  (app) => {
    const file = { name: 'bookings', columns };
    const load =
      (filter: OverviewFilter, sort: OverviewSort = '-bookedAt') =>
      (limit: number, cursor?: string) =>
        listOverview(db, filter, { sort, limit, cursor });

    app.get('/admin/bookings', { config: adminList, schema }, ({ query }, reply) =>
      answerList(reply, query, load(query, query.sort), file),
    );
    app.get('/admin/users/:id/bookings', { config: adminList, schema: ofUserSchema }, ({ params, query }, reply) =>
      answerList(reply, query, load({ ...query, userId: params.id }, query.sort), file),
    );
  };
