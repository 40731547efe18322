import { describe, expect, test } from 'vitest';
import { parseEmail, parseLocale, parseName, supportedLocale } from './profile-fields.ts';

const refused = expect.objectContaining({ code: 'validation_failed' });

describe('email', () => {
  test('loses surrounding blanks and keeps its case', () => {
    expect(parseEmail('  Anna.Novak@Example.org\n')).toBe('Anna.Novak@Example.org');
  });

  test.each([
    '',
    'anna',
    'anna@',
    '@example.org',
    'anna@example',
    'anna novak@example.org',
    'a@b.c\r\nBcc: x@y.z',
    'anna@example.org,eve@example.org',
    `${'a'.repeat(250)}@example.org`,
  ])('refuses %j', (text) => {
    expect(() => parseEmail(text)).toThrow(refused);
  });
});

describe('name', () => {
  test('is trimmed and may be in any script', () => {
    expect(parseName('  Živa Čuček  ')).toBe('Živa Čuček');
    expect(parseName('美咲'.repeat(50))).toHaveLength(100);
  });

  test.each(['', '   ', 'x'.repeat(101), 'Anna\r\nBcc: eve@example.org'])('refuses %j', (text) => {
    expect(() => parseName(text)).toThrow(refused);
  });
});

describe('locale', () => {
  const studio = { locales: ['en', 'sl'], defaultLocale: 'en' };

  test('a guess that the studio does not speak becomes the default', () => {
    expect(supportedLocale('sl', studio)).toBe('sl');
    expect(supportedLocale('ja', studio)).toBe('en');
    expect(supportedLocale(undefined, studio)).toBe('en');
  });

  test('a choice that the studio does not speak is refused', () => {
    expect(parseLocale('sl', studio)).toBe('sl');
    expect(() => parseLocale('ja', studio)).toThrow(refused);
  });
});
