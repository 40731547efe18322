import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ScheduleCache } from './schedule-cache.ts';

/** A load that answers when told to, and counts how often it ran. */
function controlledLoad() {
  const loads: PromiseWithResolvers<string>[] = [];
  const load = vi.fn(() => {
    const deferred = Promise.withResolvers<string>();
    loads.push(deferred);
    return deferred.promise;
  });
  const answer = (index: number, text: string) => loads[index]?.resolve(text);
  const fail = (index: number) => loads[index]?.reject(new Error('the database is away'));
  return { load, answer, fail };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Loads `first` in 10 ms, so that the key then rests for 40 ms. */
async function warmCache() {
  const cache = new ScheduleCache<string>();
  const { load, answer, fail } = controlledLoad();
  const read = () => cache.read('list', load);
  const first = read();
  await vi.advanceTimersByTimeAsync(10);
  answer(0, 'first');
  await first;
  return { cache, load, answer, fail, read };
}

test('readers share one load and then its answer', async () => {
  const { load, answer } = controlledLoad();
  const cache = new ScheduleCache<string>();
  const reads = [cache.read('list', load), cache.read('list', load)];
  answer(0, 'first');
  expect(await Promise.all(reads)).toEqual(['first', 'first']);
  expect(await cache.read('list', load)).toBe('first');
  expect(load).toHaveBeenCalledTimes(1);
});

test('keys do not share', async () => {
  const cache = new ScheduleCache<string>();
  expect(await cache.read('a', async () => 'A')).toBe('A');
  expect(await cache.read('b', async () => 'B')).toBe('B');
});

test('an answer lives one second without any change', async () => {
  const { load, read } = await warmCache();
  await vi.advanceTimersByTimeAsync(985);
  void read();
  expect(load).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(10);
  void read();
  await vi.advanceTimersByTimeAsync(0);
  expect(load).toHaveBeenCalledTimes(2);
});

test('an answer under way is shared however long it takes', async () => {
  const { load } = controlledLoad();
  const cache = new ScheduleCache<string>();
  void cache.read('list', load);
  await vi.advanceTimersByTimeAsync(5_000);
  void cache.read('list', load);
  expect(load).toHaveBeenCalledTimes(1);
});

describe('after a change', () => {
  test('nobody gets the old answer', async () => {
    const { cache, answer, read } = await warmCache();
    await vi.advanceTimersByTimeAsync(100);
    cache.invalidate();
    const second = read();
    await vi.advanceTimersByTimeAsync(0);
    answer(1, 'second');
    expect(await second).toBe('second');
  });

  test('a load that began before it is not kept', async () => {
    const cache = new ScheduleCache<string>();
    const { load, answer } = controlledLoad();
    const before = cache.read('list', load);
    cache.invalidate();
    const after = cache.read('list', load);
    answer(0, 'old');
    expect(await before).toBe('old');
    await vi.advanceTimersByTimeAsync(0);
    answer(1, 'new');
    expect(await after).toBe('new');
    expect(await cache.read('list', load)).toBe('new');
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('a key rests four times as long as its load took, and all readers wait for the next one', async () => {
    const { cache, load, answer, read } = await warmCache();
    cache.invalidate();
    const reads = [read(), read()];
    await vi.advanceTimersByTimeAsync(39);
    cache.invalidate();
    reads.push(read());
    expect(load).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(load).toHaveBeenCalledTimes(2);
    answer(1, 'second');
    expect(await Promise.all(reads)).toEqual(['second', 'second', 'second']);
    expect(load).toHaveBeenCalledTimes(2);
  });
});

test('an error reaches all who waited and is not kept', async () => {
  const { cache, load, fail, read } = await warmCache();
  await vi.advanceTimersByTimeAsync(1_000);
  const reads = [read(), read()];
  await vi.advanceTimersByTimeAsync(0);
  fail(1);
  expect((await Promise.allSettled(reads)).map((result) => result.status)).toEqual(['rejected', 'rejected']);
  expect(await cache.read('list', async () => 'again')).toBe('again');
  expect(load).toHaveBeenCalledTimes(2);
});

test('a failing load does not fail the one that waited behind it', async () => {
  const cache = new ScheduleCache<string>();
  const { load, answer, fail } = controlledLoad();
  const first = cache.read('list', load);
  cache.invalidate();
  const second = cache.read('list', load);
  fail(0);
  await expect(first).rejects.toThrow('away');
  await vi.advanceTimersByTimeAsync(0);
  answer(1, 'second');
  expect(await second).toBe('second');
});

test.each(['notification', 'gap'])('it follows the listener: %s', async (event) => {
  const changes = new EventEmitter();
  const cache = new ScheduleCache<string>().follow(changes);
  await cache.read('list', async () => 'before');
  changes.emit(event);
  expect(await cache.read('list', async () => 'after')).toBe('after');
});
