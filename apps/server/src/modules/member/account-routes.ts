import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import { found } from '#platform/http/app-error.ts';
import type { App } from '#platform/http/app-types.ts';
import { type CsvColumns, jsonOrCsv } from '#platform/http/csv.ts';
import { IdParams, Page, problemResponses } from '#platform/http/schemas.ts';
import { findMember, listMembers, MemberFilter, MemberItem, MemberSort } from './list-members.ts';

const schema = {
  operationId: 'adminListUsers',
  tags: ['Admin: users'],
  summary: 'Accounts and how they stand for tickets, the newest first unless sorted otherwise',
  querystring: Type.Object({
    ...ListQuery.properties,
    ...MemberFilter.properties,
    sort: Type.Optional({ ...MemberSort, default: '-createdAt' }),
  }),
  response: { 200: jsonOrCsv(Page(MemberItem)), ...problemResponses(401, 403) },
};

const getSchema = {
  operationId: 'adminGetUser',
  tags: ['Admin: users'],
  summary: 'One account and how it stands for tickets',
  params: IdParams,
  response: { 200: MemberItem, ...problemResponses(401, 403, 404) },
};

const columns: CsvColumns<MemberItem> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  email: ({ email }) => email,
  role: ({ role }) => role,
  locale: ({ locale }) => locale,
  created_at: ({ createdAt }) => createdAt,
  blocked: ({ blocked }) => blocked,
  blocked_reason: ({ blockedReason }) => blockedReason,
  email_verified: ({ emailVerified }) => emailVerified,
  email_problem: ({ emailProblem }) => emailProblem,
  ticket_status: ({ ticketStatus }) => ticketStatus,
  ticket: ({ bestTicket }) => bestTicket?.name,
  entries_left: ({ bestTicket }) => bestTicket?.entriesLeft,
  valid_until: ({ bestTicket }) => bestTicket?.validUntil,
};

/** Accounts together with their tickets, for admins. */
export function accountRoutes(app: App, { db }: { db: Database }): void {
  app.get('/admin/users', { config: adminList, schema }, ({ query }, reply) => {
    const { sort = '-createdAt' } = query;
    const load = (limit: number, cursor?: string) => listMembers(db, query, { sort, limit, cursor });
    return answerList(reply, query, load, { name: 'members', columns });
  });

  app.get('/admin/users/:id', { config: { access: 'admin' }, schema: getSchema }, async ({ params }) =>
    found(await findMember(db, params.id), 'user'),
  );
}
