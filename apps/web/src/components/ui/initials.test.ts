import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Ana Marija Kovač', 'AK'],
  ['žiga', 'Ž'],
  ['  Jean-Luc  ', 'JL'],
  ['李 小龙', '李小'],
  ['𝒜da 🙂', '𝒜'],
  ['', ''],
])('%j is %j', (name, text) => {
  expect(initials(name)).toBe(text);
});
