import { serverClient } from '#lib/api/server-client.ts';
import { fetchSessions } from '#lib/api/sessions.ts';
import type { Session } from '#lib/api/types.ts';

const MAX_DATES = 4;

/** The next dates of the same class that take place; none when the API is away, the page does without. */
export async function loadOtherDates({
  id,
  class: { id: classId },
}: Pick<Session, 'id' | 'class'>): Promise<Session[]> {
  const sessions = await fetchSessions(await serverClient(), { classId }).catch(() => []);
  return sessions.filter((session) => session.id !== id && session.state === 'scheduled').slice(0, MAX_DATES);
}
