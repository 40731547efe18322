import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jobDefinitions } from './jobs.ts';

/**
 * Where it is shown that a job may run twice: the file and the title of the test. A new job without one fails here. What
 * starts by the clock is run twice in `jobs-twice.db.test.ts`.
 */
const SHOWN: Record<string, [file: string, title: string]> = {
  'identity-mail': [
    'modules/notification/record-account-messages.db.test.ts',
    'a link is told once, and its message carries the id of the token only',
  ],
  // The one exception: a repetition is a second wish, bounded like any other.
  'identity-password-reset': [
    'modules/identity/recovery.http.test.ts',
    'nobody gets more than three %s mails an hour, however many ask at once',
  ],
  'identity-account-events': [
    'modules/notification/record-account-messages.db.test.ts',
    'news of an account go to the address it had, once, whatever runs twice',
  ],
  'booking-events': [
    'modules/notification/notification.http.test.ts',
    'an event becomes one message of its member, also when the job runs twice',
  ],
  'payment-apply-event': ['modules/payment/payment-lifecycle.http.test.ts', 'a job that runs again does nothing'],
  'payment-send-refund': [
    'modules/payment/payment-admin.http.test.ts',
    'an error of Stripe is tried again, and refunds once',
  ],
  'payment-reconcile': [
    'modules/payment/payment.race.test.ts',
    'its event and the reconciliation at once grant one ticket',
  ],
  'payment-events': [
    'modules/notification/record-payment-messages.http.test.ts',
    'events of Stripe in any order and twice tell everything exactly once',
  ],
  'notification-send': [
    'modules/notification/send-message.db.test.ts',
    'a booking is confirmed by one mail with its calendar entry, however often the job runs',
  ],
  'webhook-deliver': [
    'modules/webhook/deliver-webhook.db.test.ts',
    'a delivery arrives once, signed, whatever the queue repeats',
  ],
};

test('every job that is no schedule has a test that runs it twice', () => {
  const names = jobDefinitions.filter(({ schedule }) => !schedule).map(({ name }) => name);
  expect(Object.keys(SHOWN).sort()).toEqual([...names, 'payment-reconcile'].sort());
});

test.each(Object.entries(SHOWN))('the test of %s exists', (_, [file, title]) => {
  const found = readFileSync(new URL(file, import.meta.url), 'utf8').includes(`('${title}'`);
  expect(found, `${file} has no test "${title}"`).toBe(true);
});
