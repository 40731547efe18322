import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import { Id, Instant, Nullable, Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';

const MessageSchema = Type.Object({
  id: Id,
  kind: Type.String({ description: 'What happened, such as `booking_promoted`' }),
  bookingId: Nullable(Id),
  createdAt: Instant,
});

/** What a member has been told. */
export const notificationRoutes =
  ({ db }: { db: Database }): Routes =>
  (app) => {
    app.get(
      '/me/messages',
      {
        config: { access: 'member' },
        schema: {
          operationId: 'listMessages',
          tags: ['Me'],
          summary: 'What happened to my bookings, newest first',
          querystring: PageQuery,
          response: { 200: Page(MessageSchema), ...problemResponses(401) },
        },
      },
      async ({ actor, query }) => listMessages(db, actor.userId, query.limit ?? 50, query.cursor),
    );
  };

async function listMessages(db: Database, userId: string, limit: number, cursor?: string) {
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
