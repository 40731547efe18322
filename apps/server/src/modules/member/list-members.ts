import { type Static, Type } from 'typebox';
import { ManagedUserView, managedUserView, peopleContaining } from '#modules/identity/index.ts';
import type { Database } from '#platform/db/database.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import { Nullable, OneOf } from '#platform/http/schemas.ts';
import { BestTicket, DEFAULT_EXPIRING_DAYS, standingOf, standsLike, ticketStatuses } from './ticket-standing.ts';

/** What the list of accounts can be narrowed down by. */
export const MemberFilter = Type.Object({
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Parts of the name or the e-mail, in any order; case and accents do not matter',
    }),
  ),
  ticketStatus: Type.Optional({
    ...OneOf(ticketStatuses),
    description:
      '`active`: a ticket books now or later (begun or not, frozen too), including `expiring`: all of those end within `expiringWithinDays`. `expired`: had tickets, none books any more. `none`: never had one',
  }),
  expiringWithinDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, default: DEFAULT_EXPIRING_DAYS })),
  role: Type.Optional(OneOf(['member', 'staff', 'admin'])),
  blocked: Type.Optional(Type.Boolean()),
});
export type MemberFilter = Static<typeof MemberFilter>;

/** `-` in front: latest, or Z, first. */
export const MemberSort = OneOf(['-createdAt', 'createdAt', 'name', '-name']);
export type MemberSort = Static<typeof MemberSort>;

export const MemberItem = Type.Object({
  ...ManagedUserView.properties,
  ticketStatus: OneOf(ticketStatuses),
  bestTicket: Nullable(BestTicket),
});
export type MemberItem = Static<typeof MemberItem>;

interface Paging {
  sort: MemberSort;
  limit: number;
  cursor?: string | undefined;
}

/** Accounts that were not erased and that a filter lets through, each with how it stands for tickets. */
export async function listMembers(db: Database, filter: MemberFilter, paging: Paging) {
  const { limit } = paging;
  const rows = await membersQuery(db, filter, paging).execute();
  // The cursor of names is the last one's id alone: a name could be longer than a cursor may be.
  const key = (row: (typeof rows)[number]) => (isByName(paging) ? [row.id] : [row.createdAt.toString(), row.id]);
  return page(rows, limit, memberItem, key);
}

/** One account that was not erased, with how it stands for tickets. */
export async function findMember(db: Database, id: string): Promise<MemberItem | undefined> {
  const row = await db
    .selectFrom('users')
    .innerJoinLateral(standingOf(DEFAULT_EXPIRING_DAYS), (join) => join.onTrue())
    .selectAll('users')
    .select(['standing.ticketStatus', 'standing.bestTicket'])
    .where('users.id', '=', id)
    .where('users.deletedAt', 'is', null)
    .executeTakeFirst();
  return row && memberItem(row);
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof membersQuery>['executeTakeFirstOrThrow']>>;

function memberItem({ ticketStatus, bestTicket, ...user }: MemberRow): MemberItem {
  return { ...managedUserView(user), ticketStatus, bestTicket };
}

/** One more row than `limit` when there is a next page. */
function membersQuery(db: Database, filter: MemberFilter, paging: Paging) {
  const { expiringWithinDays: days = DEFAULT_EXPIRING_DAYS } = filter;
  const column = isByName(paging) ? 'users.searchText' : 'users.createdAt';
  const order = paging.sort.startsWith('-') ? 'desc' : 'asc';
  // The page is cut before anybody's tickets are looked at.
  const members = paged(filtered(db, filter, days), paging)
    .orderBy(column, order)
    .orderBy('users.id', order)
    .limit(paging.limit + 1);
  return db
    .selectFrom(members.as('users'))
    .innerJoinLateral(standingOf(days), (join) => join.onTrue())
    .selectAll('users')
    .select(['standing.ticketStatus', 'standing.bestTicket'])
    .orderBy(column, order)
    .orderBy('users.id', order);
}

const isByName = ({ sort }: Paging) => sort === 'name' || sort === '-name';

function filtered(db: Database, { q, ticketStatus, role, blocked }: MemberFilter, days: number) {
  let query = db.selectFrom('users').selectAll('users').where('users.deletedAt', 'is', null);
  if (role) query = query.where('users.role', '=', role);
  if (blocked !== undefined) query = query.where('users.blockedAt', blocked ? 'is not' : 'is', null);
  if (q) query = query.where(peopleContaining(q));
  if (ticketStatus) query = query.where(standsLike(ticketStatus, days));
  return query;
}

function paged(query: ReturnType<typeof filtered>, { cursor, ...paging }: Paging): ReturnType<typeof filtered> {
  if (!cursor) return query;
  const before = paging.sort.startsWith('-') ? '<' : '>';
  if (isByName(paging)) {
    const [id = ''] = decodeCursor(cursor, ['id']);
    return query.where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('users.searchText', 'users.id'),
        before,
        selectFrom('users as last')
          .select(['last.searchText', 'last.id'])
          .where('last.id', '=', id)
          .$asTuple('searchText', 'id'),
      ),
    );
  }
  const [createdAt = '', id = ''] = decodeCursor(cursor, ['instant', 'id']);
  return query.where(({ eb, refTuple, tuple }) =>
    eb(refTuple('users.createdAt', 'users.id'), before, tuple(Temporal.Instant.from(createdAt), id)),
  );
}
