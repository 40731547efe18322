import { readFileSync } from 'node:fs';
import { Type } from 'typebox';
import Schema from 'typebox/value';
import { expect, test } from 'vitest';
import { Instant } from '#platform/http/schemas.ts';
import { MAX_ATTEMPTS } from './retry-policy.ts';
import { ROTATION_HOURS } from './sign-delivery.ts';
import { PAYLOAD_VERSION, type WebhookEventType, webhookEvents } from './webhook-events.ts';

const page = readFileSync(new URL('../../../../../docs/webhooks.md', import.meta.url), 'utf8');
const sections = page.split(/^### /m).slice(1);
const typeOf = (section: string) => section.slice(0, section.indexOf('\n'));

test('docs/webhooks.md explains exactly the events there are', () => {
  expect(sections.map(typeOf)).toEqual(Object.keys(webhookEvents));
});

test.each(Object.entries(webhookEvents))('its example of %s is one that could arrive', (type, data) => {
  const example: unknown = JSON.parse(
    /```json\n(.*?)```/s.exec(sections.find((s) => typeOf(s) === type) ?? '')?.[1] ?? '',
  );
  const payload = Type.Object(
    { version: Type.Literal(PAYLOAD_VERSION), type: Type.Literal(type as WebhookEventType), timestamp: Instant, data },
    { additionalProperties: false },
  );
  expect([...Schema.Errors(payload, example)]).toEqual([]);
});

test('its numbers are those of the code', () => {
  expect(page).toContain(`${MAX_ATTEMPTS} times in about 24 hours`);
  expect(page).toContain(`for ${ROTATION_HOURS} hours deliveries carry the signatures of both`);
});
