import { expect, test } from 'vitest';
import { withoutSecrets } from './log.ts';

const SECRET = 'Zm9vYmFyYmF6LWZvb2JhcmJhei1mb29iYXJiYXotZm8';
const ID = '01936b2e-5c1d-7c2e-9d3f-0123456789ab';

test.each([
  [`/api/v1/calendar/${SECRET}.ics`, '/api/v1/calendar/[redacted].ics'],
  [`/verify-email?token=${SECRET}&next=/bookings`, '/verify-email?token=[redacted]&next=/bookings'],
  [`/api/v1/calendar/%5A${SECRET.slice(1)}.ics`, '/api/v1/calendar/[redacted].ics'],
  [`/api/v1/classes/${ID}/calendar.ics`, `/api/v1/classes/${ID}/calendar.ics`],
  [
    '/api/v1/sessions?from=2026-03-29T00%3A00%3A00%2B01%3A00&limit=3',
    '/api/v1/sessions?from=2026-03-29T00%3A00%3A00%2B01%3A00&limit=3',
  ],
])('%s', (url, logged) => {
  expect(withoutSecrets(url)).toBe(logged);
});
