import { type Problem, ProblemError, UnreachableError } from '@openmat/api-client';
import { expect, test } from 'vitest';
import { retryDelay, shouldRetry } from './retry.ts';

function refusal(code: string, retryAfterSeconds: number | null = null): ProblemError {
  return new ProblemError({ code, title: code, detail: code } as Problem, retryAfterSeconds);
}

test.each([
  ['no answer', new UnreachableError(), 0, true],
  ['no answer, often', new UnreachableError(), 3, false],
  ['busy', refusal('busy', 1), 0, true],
  ['a refusal', refusal('no_usable_ticket'), 0, false],
  ['a mistake of ours', new TypeError('undefined'), 0, false],
])('%s after %i failures: again %s', (_, error, failures, again) => {
  expect(shouldRetry(failures, error)).toBe(again);
});

test('waits as long as the API asks, otherwise twice as long each time, and never for minutes', () => {
  expect(retryDelay(0, refusal('busy', 2))).toBe(2_000);
  expect([0, 1, 2, 9].map((failures) => retryDelay(failures, new UnreachableError()))).toEqual([
    500, 1_000, 2_000, 8_000,
  ]);
});
