import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { answerList } from '#platform/http/answer-list.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { type CsvColumns, CsvQuery, jsonOrCsv } from '#platform/http/csv.ts';
import { Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';
import { listOverview, OverviewFilter, OverviewItem, OverviewSort } from './booking-overview.ts';

const schema = {
  operationId: 'adminListBookings',
  tags: ['Admin: bookings'],
  summary: 'All bookings, the newest first unless sorted otherwise',
  querystring: Type.Object({
    ...PageQuery.properties,
    ...CsvQuery.properties,
    ...OverviewFilter.properties,
    sort: Type.Optional({ ...OverviewSort, default: '-bookedAt' }),
  }),
  response: { 200: jsonOrCsv(Page(OverviewItem)), ...problemResponses(401, 403) },
};

const columns: CsvColumns<OverviewItem> = {
  id: ({ id }) => id,
  state: ({ state }) => state,
  member: ({ user }) => user.name,
  email: ({ user }) => user.email,
  class: ({ session }) => session.class.name,
  startsAt: ({ session }) => session.startsAt,
  timeZone: ({ session }) => session.timeZone,
  location: ({ session }) => session.location.name,
  instructor: ({ session }) => session.instructor.name,
  ticket: ({ ticket }) => ticket.name,
  bookedAt: ({ bookedAt }) => bookedAt,
  promotedAt: ({ promotedAt }) => promotedAt,
  canceledAt: ({ canceledAt }) => canceledAt,
  canceledReason: ({ canceledReason }) => canceledReason,
  checkedInAt: ({ checkedInAt }) => checkedInAt,
  noShowAt: ({ noShowAt }) => noShowAt,
};

/** The overview of all bookings, for admins. */
export const bookingOverviewRoutes =
  ({ db }: { db: Database }): Routes =>
  (app) => {
    // An export lasts as long as the client reads; one page of it is a query like any other.
    const config = { access: 'admin', endsInTime: true } as const;
    app.get('/admin/bookings', { config, schema }, ({ query }, reply) => {
      const { sort = '-bookedAt' } = query;
      const load = (limit: number, cursor?: string) => listOverview(db, query, { sort, limit, cursor });
      return answerList(reply, query, load, { name: 'bookings', columns });
    });
  };
