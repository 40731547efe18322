import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bookingEventKinds } from './modules/booking/booking-events-job.ts';
import { accountEventsJob } from './modules/identity/identity-jobs.ts';
import { messageKinds } from './modules/notification/message-kinds.ts';
import { paymentEventsJob } from './modules/payment/payment-events-job.ts';

const page = readFileSync(new URL('../../../docs/events.md', import.meta.url), 'utf8');

/** The cells of a section's table, without those that explain. */
function rows(heading: string): string[][] {
  const section = page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\| (`\w+`.*) \| \S.* \|$/gm)].map(([, cells = '']) =>
    cells.replaceAll('`', '').split(' | '),
  );
}

const paymentKinds = paymentEventsJob.payload.properties.events.items.properties.kind;
const accountKinds = accountEventsJob.payload.properties.event;

test.each([
  ['`booking-events`', bookingEventKinds],
  ['`payment-events`', valuesOf(paymentKinds)],
  ['`identity-account-events`', valuesOf(accountKinds)],
])('docs/events.md lists exactly the kinds of %s', (job, kinds) => {
  expect(rows(job).flat().sort()).toEqual([...kinds].sort());
});

test('docs/events.md lists exactly the messages there are, with their categories', () => {
  expect(rows('Messages')).toEqual(Object.entries(messageKinds));
});

function valuesOf(schema: object): readonly string[] {
  return (schema as { enum: string[] }).enum;
}
