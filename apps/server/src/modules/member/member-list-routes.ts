import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { answerList } from '#platform/http/answer-list.ts';
import type { App } from '#platform/http/app-types.ts';
import { type CsvColumns, CsvQuery, jsonOrCsv } from '#platform/http/csv.ts';
import { Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';
import { listMembers, MemberFilter, MemberItem, MemberSort } from './list-members.ts';

const schema = {
  operationId: 'adminListUsers',
  tags: ['Admin: users'],
  summary: 'Accounts and how they stand for tickets, the newest first unless sorted otherwise',
  querystring: Type.Object({
    ...PageQuery.properties,
    ...CsvQuery.properties,
    ...MemberFilter.properties,
    sort: Type.Optional({ ...MemberSort, default: '-createdAt' }),
  }),
  response: { 200: jsonOrCsv(Page(MemberItem)), ...problemResponses(401, 403) },
};

const columns: CsvColumns<MemberItem> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  email: ({ email }) => email,
  role: ({ role }) => role,
  locale: ({ locale }) => locale,
  createdAt: ({ createdAt }) => createdAt,
  blocked: ({ blocked }) => blocked,
  blockedReason: ({ blockedReason }) => blockedReason,
  emailVerified: ({ emailVerified }) => emailVerified,
  emailProblem: ({ emailProblem }) => emailProblem,
  ticketStatus: ({ ticketStatus }) => ticketStatus,
  ticket: ({ bestTicket }) => bestTicket?.name,
  entriesLeft: ({ bestTicket }) => bestTicket?.entriesLeft,
  validUntil: ({ bestTicket }) => bestTicket?.validUntil,
};

/** The list of all accounts, for admins. */
export function memberListRoutes(app: App, { db }: { db: Database }): void {
  // An export lasts as long as the client reads; one page of it is a query like any other.
  const config = { access: 'admin', endsInTime: true } as const;
  app.get('/admin/users', { config, schema }, ({ query }, reply) => {
    const { sort = '-createdAt' } = query;
    const load = (limit: number, cursor?: string) => listMembers(db, query, { sort, limit, cursor });
    return answerList(reply, query, load, { name: 'members', columns });
  });
}
