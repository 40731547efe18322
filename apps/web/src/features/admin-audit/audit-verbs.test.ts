import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routing } from '#i18n/routing.ts';
import { auditedEntities, auditVerbs } from './audit-verbs.ts';

const root = join(import.meta.dirname, '../../../../..');
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

const { parameters, responses } = read('packages/api-client/src/generated/openapi.json').paths['/api/v1/admin/audit']
  .get;
const recorded: string[] = parameters.find(({ name }: { name: string }) => name === 'action').schema.enum;
const { before } = responses[200].content['application/json'].schema.properties.items.items.properties;
const recordedFields: string[] = before.anyOf[0].propertyNames.enum;

test('everything that the server records can be chosen', () => {
  const known = auditedEntities.flatMap((entity) => auditVerbs[entity].map((verb) => `${entity}.${verb}`));
  expect(known.sort()).toEqual([...recorded].sort());
});

test.each(routing.locales)('%s has a sentence and short words for everything that is recorded', (locale) => {
  const { actions, entities, verbs } = read(`apps/web/messages/${locale}.json`).adminAudit;
  for (const action of recorded) {
    const [entity = '', verb = ''] = action.split('.');
    expect([actions[entity]?.[verb], entities[entity], verbs[verb]], action).toEqual(Array(3).fill(expect.any(String)));
  }
});

test.each(routing.locales)('%s has words for every field that is recorded', (locale) => {
  const { fields } = read(`apps/web/messages/${locale}.json`).adminAudit;
  expect(Object.keys(fields).sort()).toEqual([...recordedFields].sort());
});
