import { expect, test } from 'vitest';
import { refuseUrl, urlRefusals } from './refuse-url.ts';

/** What is wrong with a URL, as it is told. */
function wordsFor(url: string, allowPrivate: boolean): string | null {
  const refusal = refuseUrl(url, allowPrivate);
  return refusal && urlRefusals[refusal];
}

const PRIVATE = 'must not lead to a private address';

test.each([
  ['https://example.com/hooks?key=1', null],
  ['https://example.com:8443/', null],
  ['https://8.8.8.8/', null],
  ['https://[2606:4700:4700::1111]/', null],
  ['https://localhost.example.com/', null],
  ['http://example.com/', 'must start with https://'],
  ['ftp://example.com/', 'must start with https://'],
  ['file:///etc/passwd', 'must start with https://'],
  ['example.com', 'is not a URL'],
  ['https://', 'is not a URL'],
  ['https://[fe80::1%25eth0]/', 'is not a URL'],
  ['https://mira:secret@example.com/', 'must not contain a user or password'],
  ['https://mira@example.com/', 'must not contain a user or password'],
  ['https://127.0.0.1/', PRIVATE],
  ['https://127.1/', PRIVATE],
  ['https://127.0.0.1./', PRIVATE],
  ['https://2130706433/', PRIVATE],
  ['https://0x7f000001/', PRIVATE],
  ['https://0x7f.1/', PRIVATE],
  ['https://0177.0.0.1/', PRIVATE],
  ['https://①②⑦.0.0.1/', PRIVATE],
  ['https://127%2e0%2e0%2e1/', PRIVATE],
  ['https://0/', PRIVATE],
  ['https://[::1]/', PRIVATE],
  ['https://[::ffff:127.0.0.1]/', PRIVATE],
  ['https://[::ffff:7f00:1]/', PRIVATE],
  ['https://[0:0:0:0:0:0:0:1]/', PRIVATE],
  ['https://169.254.169.254/latest/meta-data/', PRIVATE],
  ['https://localhost/', PRIVATE],
  ['https://LOCALHOST/', PRIVATE],
  ['https://localhost./', PRIVATE],
  ['https://api.localhost/', PRIVATE],
])('%s: %s', (url, refusal) => {
  expect(wordsFor(url, false)).toBe(refusal);
});

test.each([
  ['http://127.0.0.1:4000/', null],
  ['http://localhost/', null],
  ['https://10.0.0.1/', null],
  ['ftp://127.0.0.1/', 'must start with https://'],
  ['http://mira:secret@127.0.0.1/', 'must not contain a user or password'],
])('where private addresses are allowed, %s: %s', (url, refusal) => {
  expect(wordsFor(url, true)).toBe(refusal);
});
