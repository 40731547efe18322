import { expect, test } from 'vitest';
import { CountsLog, type SessionCounts, withCounts } from './counts-log.ts';

const counts = (sessionId: string, activeCount: number): SessionCounts => ({
  sessionId,
  activeCount,
  waitingCount: 0,
  capacity: 12,
  state: 'scheduled',
});
const fetched = { id: 'a', activeCount: 5, waitingCount: 0, capacity: 12, state: 'scheduled' as const };

test('what came in while something was fetched wins over it', () => {
  const log = new CountsLog();
  const mark = log.mark();
  log.record(counts('a', 7));
  log.record(counts('b', 1));
  log.record(counts('a', 8));
  expect(withCounts(fetched, log.since(mark, 'a'))).toEqual({ ...fetched, activeCount: 8 });
});

test('what came in before is in the answer already', () => {
  const log = new CountsLog();
  log.record(counts('a', 4));
  expect(withCounts(fetched, log.since(log.mark(), 'a'))).toBe(fetched);
});
