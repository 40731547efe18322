import { expect, test } from 'vitest';
import { localPath, withNext } from './local-path.ts';

test.each(['/', '/tickets', '/sessions/1?from=mail#seat'])('%s stays here', (path) => {
  expect(localPath(path)).toBe(path);
});

test.each(['https://evil.test', '//evil.test', '/\\evil.test', '/\t/evil.test', 'tickets', '', undefined, ['/a']])(
  '%s leads nowhere',
  (path) => {
    expect(localPath(path)).toBeNull();
  },
);

test('a page that returns', () => {
  expect(withNext('/sign-in', '/sessions/1?a=b')).toBe('/sign-in?next=%2Fsessions%2F1%3Fa%3Db');
  expect(withNext('/sign-in', null)).toBe('/sign-in');
});
