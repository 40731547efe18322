import { type ApiClient, unwrap } from '@openmat/api-client';
import { countsLog, withCounts } from '#lib/live/counts-log.ts';
import type { Session, SessionDetail, SessionQuery } from './types.ts';

/** The most that one day can show; a studio with more sessions a day has several installations. */
const MAX_SESSIONS = 100;

/** The sessions of a window, as full as they are now. */
export async function fetchSessions(client: ApiClient, query: SessionQuery, signal?: AbortSignal): Promise<Session[]> {
  const mark = countsLog.mark();
  const { items } = await unwrap(
    client.GET('/api/v1/sessions', { params: { query: { ...query, limit: MAX_SESSIONS } }, ...(signal && { signal }) }),
  );
  return items.map((session) => withCounts(session, countsLog.since(mark, session.id)));
}

/** One session, as full as it is now. */
export async function fetchSession(client: ApiClient, id: string, signal?: AbortSignal): Promise<SessionDetail> {
  const mark = countsLog.mark();
  const session = await unwrap(
    client.GET('/api/v1/sessions/{id}', { params: { path: { id } }, ...(signal && { signal }) }),
  );
  return withCounts(session, countsLog.since(mark, id));
}
