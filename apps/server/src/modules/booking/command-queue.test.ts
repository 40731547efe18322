import { describe, expect, test } from 'vitest';
import { CommandQueue, type PendingCommand } from './command-queue.ts';

function queueOf(...sessionIds: string[]): CommandQueue {
  const queue = new CommandQueue();
  for (const sessionId of sessionIds) queue.push(pending(sessionId));
  return queue;
}

let count = 0;
function pending(sessionId: string): PendingCommand {
  count += 1;
  const command = { kind: 'book', sessionId, userId: `member ${count}` } as const;
  return { command, queuedAt: count, resolve: () => {}, reject: () => {} };
}

const sessionsOf = (batch: readonly PendingCommand[]) => batch.map(({ command }) => command.sessionId);
const inArrivalOrder = (batch: readonly PendingCommand[]) =>
  batch.every((command, i) => i === 0 || (batch[i - 1]?.queuedAt ?? 0) < command.queuedAt);

test('what waits together is taken together, and the queue is empty afterwards', () => {
  const queue = queueOf('a', 'b', 'a');
  expect(queue.size).toBe(3);
  expect(sessionsOf(queue.take(256))).toEqual(['a', 'a', 'b']);
  expect(queue).toMatchObject({ size: 0, hasReady: false });
  expect(queue.take(256)).toEqual([]);
});

test('the limit is kept, within one session and over many', () => {
  expect(queueOf(...Array(10).fill('a')).take(4)).toHaveLength(4);
  expect(queueOf('a', 'b', 'c', 'd').take(3)).toHaveLength(3);
});

describe('the order of a session', () => {
  test('is that of arrival, over several batches', () => {
    const queue = queueOf(...Array(10).fill('hot'));
    const batches: PendingCommand[] = [];
    while (queue.hasReady) {
      const batch = queue.take(4);
      batches.push(...batch);
      queue.release(batch);
    }
    expect(batches).toHaveLength(10);
    expect(inArrivalOrder(batches)).toBe(true);
  });

  test('holds because a second lane does not get a session that is being worked on', () => {
    const queue = queueOf(...Array(10).fill('hot'));
    const first = queue.take(4);
    expect(queue.hasReady).toBe(false);
    expect(queue.take(4)).toEqual([]);
    queue.push(pending('hot'));
    expect(queue.hasReady).toBe(false);
    queue.release(first);
    const rest = queue.take(256);
    expect(rest).toHaveLength(7);
    expect(inArrivalOrder([...first, ...rest])).toBe(true);
  });

  test('a second lane gets the others meanwhile', () => {
    const queue = queueOf('hot', 'hot', 'calm');
    const first = queue.take(2);
    expect(sessionsOf(first)).toEqual(['hot', 'hot']);
    queue.push(pending('hot'));
    expect(sessionsOf(queue.take(256))).toEqual(['calm']);
  });
});

describe('fairness', () => {
  test('a stampeded session fills one batch, then it is the turn of the others', () => {
    const queue = queueOf(...Array(1_000).fill('hot'), 'calm');
    const stampede = queue.take(256);
    queue.release(stampede);
    const next = queue.take(256);
    expect(next[0]?.command.sessionId).toBe('calm');
    expect(next).toHaveLength(256);
  });

  test('a session that was not taken at all keeps its turn', () => {
    const queue = queueOf('a', 'b', 'c');
    const first = queue.take(1);
    queue.push(pending('a'));
    queue.release(first);
    expect(sessionsOf(queue.take(3))).toEqual(['b', 'c', 'a']);
  });

  test('releasing a session that has nothing more to do makes nothing ready', () => {
    const queue = queueOf('a');
    queue.release(queue.take(1));
    expect(queue.hasReady).toBe(false);
    queue.push(pending('a'));
    expect(queue.hasReady).toBe(true);
  });
});
