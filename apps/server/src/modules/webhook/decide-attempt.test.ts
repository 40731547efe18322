import { expect, test } from 'vitest';
import { decideAttempt } from './decide-attempt.ts';

const now = Temporal.Instant.from('2026-03-29T09:00:00Z');
const hoursAgo = (hours: number) => now.subtract({ hours });

test.each([
  ['200', { statusCode: 200 }, 1, null, { status: 'delivered', error: null, failingSince: null, disable: null }],
  ['204 after days of failures', { statusCode: 204 }, 9, hoursAgo(200), { status: 'delivered', failingSince: null }],
  ['success at the last attempt', { statusCode: 299 }, 22, null, { status: 'delivered' }],
  ['the first failure', { statusCode: 500 }, 1, null, { status: 'pending', error: 'HTTP 500', failingSince: now }],
  ['a later failure', { statusCode: 404 }, 7, hoursAgo(3), { status: 'pending', failingSince: hoursAgo(3) }],
  ['no answer', { error: 'No answer in time' }, 2, null, { status: 'pending', error: 'No answer in time' }],
  ['a redirect', { statusCode: 302 }, 1, null, { status: 'pending', error: 'HTTP 302: redirects are not followed' }],
  ['the 21st failure', { statusCode: 500 }, 21, hoursAgo(22), { status: 'pending', disable: null }],
  ['the 22nd failure', { statusCode: 500 }, 22, hoursAgo(24), { status: 'failed', disable: null }],
  ['gone', { statusCode: 410 }, 1, null, { status: 'failed', error: 'HTTP 410', disable: 'gone' }],
  ['failing for almost 5 days', { statusCode: 500 }, 1, hoursAgo(119), { status: 'pending', disable: null }],
  ['failing for 5 days', { statusCode: 500 }, 1, hoursAgo(120), { status: 'failed', disable: 'failing' }],
])('%s', (_, outcome, attempts, failingSince, expected) => {
  expect(decideAttempt(outcome, { attempts, failingSince, now })).toMatchObject(expected);
});
