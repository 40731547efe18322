import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('every setting has a default', () => {
  const settings = readSettings({});
  expect(settings.ports).toEqual({ web: 3000, api: 4000, stripe: 4010, mail: 4020, smtp: 4025, postgres: 4032 });
  expect(settings.dataDir).toMatch(/\/\.openmat$/);
  expect(settings.databaseUrl).toBeUndefined();
});

test('an empty variable is an absent one', () => {
  const settings = readSettings({ DATABASE_URL: '', STRIPE_SECRET_KEY: '', OPENMAT_WEB_PORT: '' });
  expect(settings).toMatchObject({ databaseUrl: undefined, stripeSecretKey: undefined, ports: { web: 3000 } });
});

test.each(['0', '65536', 'http', '80.5'])('refuses the port %s and names the variable', (port) => {
  expect(() => readSettings({ OPENMAT_API_PORT: port })).toThrow(`OPENMAT_API_PORT "${port}" is not valid`);
});

test('refuses one port for two', () => {
  expect(() => readSettings({ OPENMAT_WEB_PORT: '4000' })).toThrow(
    'OPENMAT_WEB_PORT and OPENMAT_API_PORT are both 4000.',
  );
});

test('refuses a role for migrations without one for API and worker', () => {
  expect(() => readSettings({ OPENMAT_MIGRATION_DATABASE_URL: 'postgres://owner@elsewhere/openmat' })).toThrow(
    'OPENMAT_MIGRATION_DATABASE_URL is set without DATABASE_URL',
  );
});
