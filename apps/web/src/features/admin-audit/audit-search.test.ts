import { expect, test } from 'vitest';
import { auditHref, auditQuery, readAuditSearch } from './audit-search.ts';

test.each([
  ['a kind of thing and what happened to it', { entity: 'session', action: 'session.cancel' }],
  ['what happened', { action: 'ticket.adjust' }],
  ['what happened by itself', { actorRole: 'system' }],
  ['the studio', { entity: 'studio', entityId: 'studio', from: '2026-11-24' }],
])('an address says %s', (_, search) => {
  expect(readAuditSearch(search)).toEqual(search);
  expect(readAuditSearch(Object.fromEntries(new URLSearchParams(auditHref(search).split('?')[1])))).toEqual(search);
});

test.each([
  ['a role that is none to choose', { actorRole: 'member' }, {}],
  ['an unknown kind', { entity: 'spaceship' }, {}],
  ['an action of another kind', { entity: 'session', action: 'ticket.adjust' }, { entity: 'session' }],
  ['an action that does not exist', { action: 'session.explode' }, {}],
])('%s is left out', (_, params, search) => {
  expect(readAuditSearch(params)).toEqual(search);
});

test('the last day is included', () => {
  expect(auditQuery({ to: '2026-03-29', entity: 'session' }, 'Europe/Ljubljana')).toEqual({
    entity: 'session',
    to: '2026-03-29T22:00:00.000Z',
  });
});
