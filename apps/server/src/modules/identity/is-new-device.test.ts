import { expect, test } from 'vitest';
import { isNewDevice } from './is-new-device.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const UPDATED = 'Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0.1';
const ON_WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

test.each([
  ['the first sign-in', [], FIREFOX, false],
  ['the same browser', [IPHONE, FIREFOX], FIREFOX, false],
  ['the same browser after an update', [FIREFOX], UPDATED, false],
  ['another browser', [FIREFOX], IPHONE, true],
  ['the same browser on another system', [FIREFOX], ON_WINDOWS, true],
  ['a program that does not say its name', [FIREFOX], null, true],
  ['a program that did not say its name before either', [FIREFOX, null], null, false],
  ['a name where there was none', [null], FIREFOX, true],
])('%s', (_, known, userAgent, isNew) => {
  expect(isNewDevice(known, userAgent)).toBe(isNew);
});
