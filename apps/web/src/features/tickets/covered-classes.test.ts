import { expect, test } from 'vitest';
import { coveredClasses } from './covered-classes.ts';

const classes = [
  { id: 'p', name: 'Pilates' },
  { id: 'v', name: 'Vinyasa' },
];

test.each([
  [null, null],
  [
    ['v', 'p'],
    ['Pilates', 'Vinyasa'],
  ],
  [['v', 'archived'], ['Vinyasa']],
  [['archived'], null],
])('a limit to %j is told as %j', (classIds, expected) => {
  expect(coveredClasses(classIds, classes)).toEqual(expected);
});
