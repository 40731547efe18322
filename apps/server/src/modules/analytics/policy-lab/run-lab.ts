import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StudioPolicy } from '#modules/schedule/index.ts';
import type { Database } from '#platform/db/database.ts';
import { lengthOf, type Period } from '../period.ts';
import { changeCapacity, changePolicy, type RuleChange } from './lab-rules.ts';
import { loadRecords } from './load-records.ts';
import { replaySession } from './replay-session.ts';
import { addOutcomes, noSessions, outcomeOfRecord, type SessionOutcome } from './session-outcome.ts';

export interface LabResult {
  /** What happened. */
  actual: SessionOutcome;
  /** The replay under the present rules: as far as it is from what happened, the assumptions do not hold. */
  unchanged: SessionOutcome;
  changed: SessionOutcome;
}

/** At most so many days are in memory at once. */
const DAYS_AT_ONCE = 7;
/** Sessions that are replayed before other requests have their turn; some milliseconds. */
const SESSIONS_AT_ONCE = 10;

/** Replays the sessions of a period under the present and under changed rules. Reads only. */
export async function runLab(
  db: Database,
  period: Period,
  present: StudioPolicy,
  change: RuleChange,
  now: Temporal.Instant,
): Promise<LabResult> {
  // Who overlapped with what else is a matter of all sessions at once, and not asked.
  const policy = { ...present, overlappingBookingsAllowed: true };
  const changedPolicy = changePolicy(policy, change);
  let result: LabResult = { actual: noSessions, unchanged: noSessions, changed: noSessions };
  let replayed = 0;
  for (const days of chunksOf(period)) {
    for (const record of await loadRecords(db, days, now)) {
      const { capacity, classTypeId } = record.session;
      const changedCapacity = changeCapacity(capacity, classTypeId, change.capacityChange);
      result = {
        actual: addOutcomes(result.actual, outcomeOfRecord(record)),
        unchanged: addOutcomes(result.unchanged, replaySession(record, capacity, policy, present)),
        changed: addOutcomes(result.changed, replaySession(record, changedCapacity, changedPolicy, present)),
      };
      replayed += 1;
      if (replayed % SESSIONS_AT_ONCE === 0) await nextTurn();
    }
  }
  return result;
}

function chunksOf(period: Period): Period[] {
  const count = Math.ceil(lengthOf(period) / DAYS_AT_ONCE);
  return Array.from({ length: count }, (_, i) => {
    const start = period.start.add({ days: i * DAYS_AT_ONCE });
    const end = start.add({ days: DAYS_AT_ONCE });
    return { ...period, start, end: Temporal.PlainDate.compare(end, period.end) < 0 ? end : period.end };
  });
}
