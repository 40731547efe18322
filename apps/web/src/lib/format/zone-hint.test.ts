import { expect, test } from 'vitest';
import { parseZoneHint } from './zone-hint.ts';

test('only what names a time zone is a hint', () => {
  expect(parseZoneHint('Europe/Ljubljana')).toBe('Europe/Ljubljana');
  expect(parseZoneHint('Europe/Atlantis')).toBeNull();
  expect(parseZoneHint('')).toBeNull();
  expect(parseZoneHint(undefined)).toBeNull();
});
