import { type Problem, ProblemError, UnreachableError } from '@openmat/api-client';
import { expect, test } from 'vitest';
import { urlRefusal } from './url-refusal.ts';

const refusal = (field: string, code?: string) => {
  const errors = [{ field, message: 'must be otherwise', ...(code && { code }) }];
  return new ProblemError({ code: 'validation_failed', errors } as Problem);
};

test.each([
  ['a private address', refusal('url', 'private_address'), 'private_address'],
  ['a reason this page does not know', refusal('url', 'too_far'), undefined],
  ['a reason without a code', refusal('url'), undefined],
  ['another field', refusal('description', 'not_https'), undefined],
  ['no answer', new UnreachableError(), undefined],
  ['nothing', null, undefined],
])('%s', (_, error, expected) => {
  expect(urlRefusal(error)).toBe(expected);
});
