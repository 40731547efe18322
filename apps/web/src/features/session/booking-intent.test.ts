import { beforeEach, expect, test } from 'vitest';
import { isBookingRemembered, rememberBooking, takeRememberedBooking } from './booking-intent.ts';

const HOUR_MS = 3_600_000;
const shelf = new Map<string, string>();
const storage = {
  getItem: (key: string) => shelf.get(key) ?? null,
  setItem: (key: string, value: string) => void shelf.set(key, value),
  removeItem: (key: string) => void shelf.delete(key),
};
const take = (sessionId: string, now: number) => takeRememberedBooking(storage, sessionId, now);

beforeEach(() => {
  shelf.clear();
  rememberBooking(storage, 'flow', 0);
});

test('serves once', () => {
  expect([take('flow', HOUR_MS - 1), take('flow', HOUR_MS - 1)]).toEqual([true, false]);
});

test('is gone after an hour, and for a clock that went back', () => {
  expect(take('flow', HOUR_MS)).toBe(false);
  rememberBooking(storage, 'flow', HOUR_MS);
  expect(take('flow', HOUR_MS - 1)).toBe(false);
});

test('asking leaves it there', () => {
  expect(isBookingRemembered(storage, 'flow', 1)).toBe(true);
  expect(take('flow', 1)).toBe(true);
});

test('another session leaves it alone', () => {
  expect([take('yin', 1), take('flow', 1)]).toEqual([false, true]);
});

test('the last press counts', () => {
  rememberBooking(storage, 'yin', 1);
  expect([take('flow', 2), take('yin', 2)]).toEqual([false, true]);
});

test.each(['', 'null', '{', '[]', '{"sessionId":1,"at":0}', '{"sessionId":"flow"}'])('%j is no note', (text) => {
  for (const key of shelf.keys()) shelf.set(key, text);
  expect(take('flow', 1)).toBe(false);
});
