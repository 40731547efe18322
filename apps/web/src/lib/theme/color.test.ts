import { expect, test } from 'vitest';
import { contrast, mix, shade } from './color.ts';

test('contrast follows WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('a mix lies between its colours', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mix('#102030', '#ffffff', 0)).toBe('#102030');
  expect(mix('#102030', '#ffffff', 1)).toBe('#ffffff');
});

test.each([
  ['#0f766e', 0, '#0f766e'],
  ['#ff0000', 0, '#ff0000'],
  ['#777777', 0.5, '#b9b9b9'],
  ['#0f766e', 1, '#ffffff'],
  ['#ffd400', -1, '#000000'],
])('%s, shaded by %d, is %s', (hex, share, expected) => {
  expect(shade(hex, share)).toBe(expected);
});

test('a lighter shade stays colourful', () => {
  const spread = (hex: string) => {
    const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    return Math.max(...channels) - Math.min(...channels);
  };
  expect(spread(shade('#0f766e', 0.4))).toBeGreaterThan(spread(mix('#0f766e', '#ffffff', 0.4)));
});
