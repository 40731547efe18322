import { expect, test } from 'vitest';
import { refuseOtherVersion, versionOf } from './version.ts';

const at = Temporal.Instant.from('2026-03-29T01:00:00.123456Z');

test.each([
  ['none was seen', undefined, at],
  ['the time of the last change was seen', versionOf(at), at],
  ['the number was seen', 7, 7],
])('lets a change through when %s', (_, seen, state) => {
  expect(() => refuseOtherVersion(seen, state)).not.toThrow();
});

test.each([
  ['a microsecond earlier', '2026-03-29T01:00:00.123455Z', at],
  ['another number', '6', 7],
])('refuses %s and tells the present version', (_, seen, state) => {
  expect(() => refuseOtherVersion(seen, state)).toThrow(
    expect.objectContaining({ code: 'version_conflict', details: { extra: { version: versionOf(state) } } }),
  );
});
