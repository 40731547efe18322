import { expect, test } from 'vitest';
import { passwordWeakness } from './password-policy.ts';

const context = { email: 'anna.novak@example.org', name: 'Anna Novak', studioName: 'Riverside Yoga' };

test.each([
  'blue mat morning 7',
  'correct horse battery staple',
  'let-me-in-openmat',
  'a-long-passphrase',
  'žabe-skačejo-čez-plot',
  '🧘🏽 breathe in, breathe out',
  'x'.repeat(8).concat(' unrelated words follow here'),
])('accepts %j', (password) => {
  expect(passwordWeakness(password, context)).toBeNull();
});

test.each([
  ['eleven characters', 'abcd-efgh-i', /at least 12/],
  ['129 characters', 'long and fine '.repeat(10).slice(0, 129), /at most 128/],
  ['a common password', 'password1234', /attacker/],
  ['a common password in disguise', 'P@ssw0rd12345', /attacker/],
  ['a keyboard row', 'qwertyuiopas', /attacker/],
  ['a sequence', '123456789012', /attacker/],
  ['one character', 'aaaaaaaaaaaa', /attacker/],
  ['one character very often', '1'.repeat(128), /attacker/],
  ['the e-mail', 'anna.novak@example.org', /your name/],
  ['the name and a year', 'AnnaNovak1990', /your name/],
  ['the studio and a year', 'RiversideYoga2026!', /name of the studio/],
  ['the product, twice', 'openmat-openmat', /name of the studio/],
])('refuses %s', (_, password, reason) => {
  expect(passwordWeakness(password, context)).toMatch(reason);
});
