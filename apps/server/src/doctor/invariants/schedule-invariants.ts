import { sql } from 'kysely';
import type { Invariant } from './invariant.ts';

/** What series leave on the schedule; that none makes a session twice is a constraint. */
export const scheduleInvariants: Invariant[] = [
  {
    name: 'series_sessions',
    rule: 'A coming session of a series was made for a day that the series still has.',
    entity: 'session',
    violations: sql`
      select s.id, format('made for %s, series %s lasts from %s to %s', s.series_occurrence, r.id, r.starts_on, r.ends_on) as detail
      from sessions s join series r on r.id = s.series_id
      where s.state = 'scheduled' and s.deleted_at is null and s.starts_at > now()
        and (s.series_occurrence < r.starts_on or s.series_occurrence > r.ends_on)`,
  },
];
