import { describe, expect, test } from 'vitest';
import { CountsLog } from './counts-log.ts';

const counts = (sessionId: string, activeCount = 0) =>
  ({ sessionId, activeCount, waitingCount: 0, capacity: 10, state: 'scheduled' }) as const;

/** `session:activeCount` of every event after a position, in order. */
function after(log: CountsLog, position: number, sessionIds?: ReadonlySet<string>): string[] | undefined {
  const text = log.since(position)?.encode(sessionIds).toString();
  return text
    ?.split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => JSON.parse(line.slice(6)))
    .map((data) => `${data.sessionId}:${data.activeCount}`);
}

function logOf(...events: [string, number][]): CountsLog {
  const log = new CountsLog(3);
  for (const [sessionId, activeCount] of events) log.append(counts(sessionId, activeCount));
  return log;
}

test('an event is a frame of server-sent events', () => {
  const log = logOf(['a', 1]);
  expect(log.since(0)?.encode().toString()).toBe(
    `id: ${log.idOf(1)}\nevent: session.counts\n` +
      'data: {"sessionId":"a","activeCount":1,"waitingCount":0,"capacity":10,"state":"scheduled"}\n\n',
  );
});

describe('since', () => {
  const log = logOf(['a', 1], ['b', 1], ['a', 2]);
  test.each([
    ['the beginning: the newest of each, in the order of change', 0, ['b:1', 'a:2']],
    ['the middle', 2, ['a:2']],
    ['the end', 3, []],
  ])('%s', (_, position, expected) => {
    expect(after(log, position)).toEqual(expected);
  });

  test('only some sessions', () => {
    expect(after(log, 0, new Set(['b']))).toEqual(['b:1']);
  });

  test('a position whose successors are no longer known', () => {
    const full = logOf(['a', 1], ['b', 1], ['c', 1], ['d', 1]);
    expect(after(full, 0)).toBeUndefined();
    expect(after(full, 1)).toEqual(['b:1', 'c:1', 'd:1']);
  });

  test('any position, after events were missed', () => {
    const gap = logOf(['a', 1]);
    gap.forget();
    expect(after(gap, 1)).toBeUndefined();
    expect(after(gap, gap.last)).toEqual([]);
  });
});

describe('event ids', () => {
  const log = logOf(['a', 1], ['b', 1]);
  test.each([
    ['its own', log.idOf(1), 1],
    ['from the future', log.idOf(3), undefined],
    ['of another process', new CountsLog().idOf(1), undefined],
    ['made up', 'abc', undefined],
    ['half made up', log.idOf(1).replace('-1', '-x'), undefined],
    ['empty', '', undefined],
  ])('%s', (_, id, position) => {
    expect(log.positionOf(id)).toBe(position);
  });
});
