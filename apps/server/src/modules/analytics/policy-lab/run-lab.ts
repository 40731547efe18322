import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StudioPolicy } from '#modules/schedule/index.ts';
import type { Database } from '#platform/db/database.ts';
import { AppError } from '#platform/http/app-error.ts';
import { lengthOf, type Period } from '../period.ts';
import { changeCapacity, changePolicy, mayMatter, type RuleChange } from './lab-rules.ts';
import { loadRecords } from './load-records.ts';
import { replaySession } from './replay-session.ts';
import { actsOf } from './session-acts.ts';
import { addOutcomes, noSessions, outcomeOf, type SessionOutcome } from './session-outcome.ts';
import type { SessionRecord } from './session-record.ts';

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
/** A little less than handlers have. */
const TIMEOUT_MS = 9_000;

/**
 * Replays the sessions of a period under the present and under changed rules. Reads only.
 *
 * @throws AppError `busy` when it takes longer than anybody waits for an answer
 */
export async function runLab(
  db: Database,
  period: Period,
  present: StudioPolicy,
  change: RuleChange,
  now: Temporal.Instant,
): Promise<LabResult> {
  let result: LabResult = { actual: noSessions, unchanged: noSessions, changed: noSessions };
  const deadline = performance.now() + TIMEOUT_MS;
  let replayed = 0;
  for await (const records of readAhead(chunksOf(period), (days) => loadRecords(db, days, now))) {
    for (const record of records) {
      const { actual, unchanged, changed } = replayRecord(record, present, change);
      result = {
        actual: addOutcomes(result.actual, actual),
        unchanged: addOutcomes(result.unchanged, unchanged),
        changed: addOutcomes(result.changed, changed),
      };
      replayed += 1;
      if (replayed % SESSIONS_AT_ONCE !== 0) continue;
      if (performance.now() > deadline) throw new AppError('busy', { detail: 'Too much at once; ask for fewer days' });
      await nextTurn();
    }
  }
  return result;
}

function replayRecord(record: SessionRecord, present: StudioPolicy, change: RuleChange): LabResult {
  const { session, bookings } = record;
  const acts = actsOf(session, bookings, present);
  // Who overlapped with what else is a matter of all sessions at once, and not asked.
  const policy = { ...present, overlappingBookingsAllowed: true };
  const changedPolicy = changePolicy(policy, change);
  const capacity = changeCapacity(session.capacity, session.classTypeId, change.capacityChange);
  const unchanged = replaySession(session, acts, session.capacity, policy);
  const differs =
    capacity !== session.capacity || mayMatter(session.startsAt, acts.at(-1)?.at ?? null, policy, changedPolicy);
  const changed = differs ? replaySession(session, acts, capacity, changedPolicy) : unchanged;
  return { actual: outcomeOf(session.capacity, bookings), unchanged, changed };
}

/** Has the database read the next part while this one is worked on. */
async function* readAhead<Part, Read>(
  parts: readonly Part[],
  read: (part: Part) => Promise<Read>,
): AsyncGenerator<Read> {
  let next: Promise<Read> | undefined;
  for (const [index, part] of parts.entries()) {
    const current = next ?? read(part);
    const following = parts[index + 1];
    next = following && read(following);
    // Whoever stops early does not wait for it, and its failure is nobody's.
    next?.catch(() => {});
    yield await current;
  }
}

function chunksOf(period: Period): Period[] {
  const count = Math.ceil(lengthOf(period) / DAYS_AT_ONCE);
  return Array.from({ length: count }, (_, i) => {
    const start = period.start.add({ days: i * DAYS_AT_ONCE });
    const end = start.add({ days: DAYS_AT_ONCE });
    return { ...period, start, end: Temporal.PlainDate.compare(end, period.end) < 0 ? end : period.end };
  });
}
