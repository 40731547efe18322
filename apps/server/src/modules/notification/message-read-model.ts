import { type Static, Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { CsvColumns } from '#platform/http/csv.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { type MessageKind, messageKinds } from './message-kinds.ts';

export const Kind = OneOf(Object.keys(messageKinds) as MessageKind[]);
export const Status = OneOf(['queued', 'sent', 'skipped', 'failed']);

/** A message in a member's own list. */
export const MessageView = Type.Object({
  id: Id,
  kind: Type.String({ description: 'What happened, such as `booking_promoted`' }),
  bookingId: Nullable(Id),
  createdAt: Instant,
});

/** A message with its delivery, as admins see it. */
export const DeliveryView = Type.Object({
  ...MessageView.properties,
  user: Type.Object({ id: Id, name: Type.String(), email: Type.String() }),
  status: Status,
  statusReason: Nullable(
    Type.String({
      description:
        'Why it was skipped (`not_wanted`, `no_longer_true`, `link_used`, `address_fails`, `erased`) or failed (`rejected`, `gave_up`)',
    }),
  ),
  attempts: Type.Integer(),
  lastError: Nullable(Type.String({ description: 'What the mail server said last' })),
  subject: Nullable(Type.String()),
  sentTo: Nullable(Type.String()),
  sentAt: Nullable(Instant),
  resendOf: Nullable(Id),
});
export type DeliveryView = Static<typeof DeliveryView>;

export const deliveryColumns: CsvColumns<DeliveryView> = {
  id: ({ id }) => id,
  created_at: ({ createdAt }) => createdAt,
  kind: ({ kind }) => kind,
  user_id: ({ user }) => user.id,
  member: ({ user }) => user.name,
  email: ({ user }) => user.email,
  booking_id: ({ bookingId }) => bookingId,
  status: ({ status }) => status,
  status_reason: ({ statusReason }) => statusReason,
  attempts: ({ attempts }) => attempts,
  last_error: ({ lastError }) => lastError,
  subject: ({ subject }) => subject,
  sent_to: ({ sentTo }) => sentTo,
  sent_at: ({ sentAt }) => sentAt,
  resend_of: ({ resendOf }) => resendOf,
};

export interface DeliveryFilter {
  userId?: string;
  status?: Static<typeof Status>;
  kind?: MessageKind;
}

/** What a member was told, newest first. */
export async function listMessages(db: Database, userId: string, limit: number, cursor?: string) {
  let query = db
    .selectFrom('messages')
    .select(['id', 'kind', 'bookingId', 'createdAt'])
    .where('userId', '=', userId)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (cursor) query = query.where('id', '<', decodeCursor(cursor, ['id'])[0] ?? '');
  return page(
    await query.execute(),
    limit,
    (row) => ({ ...row, createdAt: row.createdAt.toString() }),
    (row) => [row.id],
  );
}

/** The delivery log, newest first. */
export async function listDeliveries(db: Database, filter: DeliveryFilter, limit: number, cursor?: string) {
  const { userId, status, kind } = filter;
  let query = deliveryRows(db)
    .orderBy('m.id', 'desc')
    .limit(limit + 1);
  if (userId) query = query.where('m.userId', '=', userId);
  if (status) query = query.where('m.status', '=', status);
  if (kind) query = query.where('m.kind', '=', kind);
  if (cursor) query = query.where('m.id', '<', decodeCursor(cursor, ['id'])[0] ?? '');
  return page(await query.execute(), limit, deliveryView, (row) => [row.id]);
}

export async function findDelivery(db: Database, id: string): Promise<DeliveryView | undefined> {
  const row = await deliveryRows(db).where('m.id', '=', id).executeTakeFirst();
  return row && deliveryView(row);
}

type DeliveryRow = Awaited<ReturnType<ReturnType<typeof deliveryRows>['executeTakeFirstOrThrow']>>;

function deliveryRows(db: Database) {
  return db
    .selectFrom('messages as m')
    .innerJoin('users as u', 'u.id', 'm.userId')
    .select(['m.id', 'm.kind', 'm.bookingId', 'm.createdAt', 'm.status', 'm.statusReason', 'm.attempts', 'm.lastError'])
    .select(['m.subject', 'm.sentTo', 'm.sentAt', 'm.resendOf', 'u.id as userId', 'u.name', 'u.email']);
}

function deliveryView({ userId, name, email, status, createdAt, sentAt, ...row }: DeliveryRow): DeliveryView {
  return {
    ...row,
    user: { id: userId, name, email },
    // The table allows no other.
    status: status as DeliveryView['status'],
    createdAt: createdAt.toString(),
    sentAt: sentAt?.toString() ?? null,
  };
}
