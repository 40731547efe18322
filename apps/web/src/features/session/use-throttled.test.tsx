import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useThrottled } from './use-throttled.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('many values within the rest come out as the last one', () => {
  const { result, rerender } = renderHook(({ left }) => useThrottled(left, 1_000), { initialProps: { left: 5 } });
  const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));
  rerender({ left: 4 });
  pass(600);
  rerender({ left: 3 });
  pass(399);
  expect(result.current).toBe(5);
  pass(1);
  expect(result.current).toBe(3);
  rerender({ left: 2 });
  pass(1_000);
  expect(result.current).toBe(2);
});
