import { type Problem, ProblemError, UnreachableError } from '@openmat/api-client';
import { expect, test } from 'vitest';
import { fieldErrors } from './field-errors.ts';

test('errors of fields go to the fields of the form', () => {
  const errors = [
    { field: 'startsAt', message: 'must not be in the past' },
    { field: 'capacity', message: 'must be >= 1' },
  ];
  const error = new ProblemError({ code: 'validation_failed', errors } as Problem);
  expect(fieldErrors(error, { startsAt: 'startTime' })).toEqual({
    startTime: 'Must not be in the past',
    capacity: 'Must be >= 1',
  });
});

test('other errors belong to no field', () => {
  expect(fieldErrors(new UnreachableError())).toEqual({});
  expect(fieldErrors(new ProblemError({ code: 'busy' } as Problem))).toEqual({});
});
