import { describe, expect, test } from 'vitest';
import { countsPayloads, parseCounts, type SessionCounts } from './session-events.ts';

const LARGEST_INTEGER = 2_147_483_647;
const PAYLOAD_LIMIT_BYTES = 8_000;

const counts = (length: number) =>
  Array.from(
    { length },
    (): SessionCounts => ({
      sessionId: crypto.randomUUID(),
      activeCount: LARGEST_INTEGER,
      waitingCount: LARGEST_INTEGER,
      capacity: LARGEST_INTEGER,
      state: 'scheduled',
    }),
  );

describe('payloads of session counts', () => {
  test.each([0, 1, 50, 51, 256])('%i sessions arrive as they were sent', (length) => {
    const sent = counts(length);
    expect(countsPayloads(sent).flatMap(parseCounts)).toEqual(sent);
  });

  test('the longest stays below what PostgreSQL takes', () => {
    for (const payload of countsPayloads(counts(256)))
      expect(Buffer.byteLength(payload)).toBeLessThan(PAYLOAD_LIMIT_BYTES);
  });

  test.each(['', 'hello', '{}', 'null', '3'])('%j from somebody else is nothing', (payload) => {
    expect(parseCounts(payload)).toEqual([]);
  });
});
