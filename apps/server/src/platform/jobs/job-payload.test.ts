import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { Id } from '../http/schemas.ts';
import { defineJob } from './define-job.ts';
import { checkPayload, InvalidPayload } from './job-payload.ts';

const job = defineJob({
  name: 'a-job',
  summary: 'Does something.',
  payload: Type.Object({ id: Id, kinds: Type.Array(Type.String()) }),
  retryLimit: 0,
  retryDelaySeconds: 1,
});
const id = '019ab1c4-0000-7000-8000-000000000000';

test.each([
  ['what the schema says', { id, kinds: ['a'] }],
  ['more than the schema says', { id, kinds: [], since: 'a newer release' }],
])('%s fits', (_, payload) => {
  expect(() => checkPayload(job, payload)).not.toThrow();
});

test.each([
  ['nothing', null, 'a-job: payload must be object'],
  ['a missing field', { id }, 'a-job: payload must have required properties kinds'],
  ['no id', { id: '7', kinds: [] }, 'a-job: payload/id must match format "uuid"'],
  ['another type inside', { id, kinds: [7] }, 'a-job: payload/kinds/0 must be string'],
])('%s is refused with the field', (_, payload, message) => {
  expect(() => checkPayload(job, payload)).toThrow(new InvalidPayload(message));
});
