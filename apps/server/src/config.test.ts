import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { settings } from './config-settings.ts';

const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
const DATABASE_URL = 'postgres://openmat@127.0.0.1/openmat';

const production = {
  OPENMAT_SMTP_URL: 'smtp://mail.example.org',
  OPENMAT_MAIL_FROM: 'studio@example.org',
  NODE_ENV: 'production',
  DATABASE_URL,
  OPENMAT_WEB_URL: 'https://studio.example.org',
  OPENMAT_ACCESS_TOKEN_SECRET: 'a'.repeat(32),
  OPENMAT_REFRESH_TOKEN_SECRET: 'b'.repeat(32),
  STRIPE_SECRET_KEY: 'sk_live_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_1',
};

test('only the database has no default', () => {
  expect(readConfig({ DATABASE_URL })).toMatchObject({
    environment: 'development',
    apiPort: 4000,
    stripeSecretKey: null,
  });
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ DATABASE_URL, OPENMAT_API_PORT: '' }).apiPort).toBe(4000);
});

test.each([
  ['a missing one', {}, /^DATABASE_URL is missing: .* Set it in the environment or in \.env\.$/],
  [
    'a malformed number',
    { DATABASE_URL, OPENMAT_API_PORT: '4000x' },
    /^OPENMAT_API_PORT "4000x" .* whole number from 1 to 65535/,
  ],
  ['a number out of range', { DATABASE_URL, OPENMAT_API_PORT: '0' }, /^OPENMAT_API_PORT "0" .* from 1 to 65535/],
  ['an unknown word', { DATABASE_URL, OPENMAT_RATE_LIMITS: 'no' }, /^OPENMAT_RATE_LIMITS "no" .* one of on, off/],
  [
    'a short secret',
    { DATABASE_URL, OPENMAT_ACCESS_TOKEN_SECRET: 'short' },
    /^OPENMAT_ACCESS_TOKEN_SECRET is not valid/,
  ],
])('%s stops with one line that says which and how', (_, env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});

test('a refused secret is not repeated in the message', () => {
  expect(() => readConfig({ DATABASE_URL, STRIPE_SECRET_KEY: 'oops-my-password' })).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('oops') }),
  );
});

describe('production', () => {
  test('starts with settings of its own', () => {
    expect(readConfig(production).environment).toBe('production');
  });

  test.each([
    'OPENMAT_WEB_URL',
    'OPENMAT_ACCESS_TOKEN_SECRET',
    'OPENMAT_REFRESH_TOKEN_SECRET',
    'STRIPE_SECRET_KEY',
    'STRIPE_WEBHOOK_SECRET',
    'OPENMAT_SMTP_URL',
    'OPENMAT_MAIL_FROM',
  ])('refuses the development value of %s', (name) => {
    expect(() => readConfig({ ...production, [name]: undefined })).toThrow(ConfigError);
    expect(() => readConfig({ ...production, [name]: undefined })).toThrow(new RegExp(`^${name} must be set`));
  });

  test.each([
    ['OPENMAT_RATE_LIMITS', 'off'],
    ['OPENMAT_PRIVATE_WEBHOOKS', 'on'],
  ])('refuses %s=%s', (name, value) => {
    expect(() => readConfig({ ...production, [name]: value })).toThrow(new RegExp(`^${name}`));
  });
});

test('.env.example lists every setting of the server with its default, commented out', () => {
  const listed = new Map(
    [...example.matchAll(/^# ?([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
  );
  for (const setting of Object.values(settings)) {
    const shown = 'default' in setting && setting.default !== null ? String(setting.default) : '';
    expect([setting.env, listed.get(setting.env)]).toEqual([setting.env, shown]);
  }
});
