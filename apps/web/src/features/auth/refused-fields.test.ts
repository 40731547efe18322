import { type Problem, ProblemError, UnreachableError } from '@openmat/api-client';
import { expect, test } from 'vitest';
import { refusedFields } from './refused-fields.ts';

const refusal = (code: string, ...fields: string[]) =>
  new ProblemError({
    code,
    title: '',
    status: 400,
    detail: '',
    type: '',
    instance: '',
    errors: fields.map((field) => ({ field, message: 'is wrong' })),
  } as Problem);

test.each([
  ['a taken address', refusal('email_taken'), { email: 'emailTaken' }],
  ['a wrong password', refusal('invalid_credentials'), { currentPassword: 'wrongPassword' }],
  ['two fields', refusal('validation_failed', 'password', 'name'), { name: 'name', password: 'password' }],
  ['a field that forms do not have', refusal('validation_failed', 'locale'), {}],
  ['no answer', new UnreachableError(), {}],
  ['nothing', null, {}],
])('%s', (_, error, expected) => {
  expect(refusedFields(error)).toEqual(expected);
});
