import { expect, test } from 'vitest';
import { accentVariables, contrast } from './accent.ts';

test('contrast follows WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test.each(['#0f766e', '#ffd400', '#ffffff', '#000000', '#d946ef', '#1e3a8a'])(
  '%s can be read on paper, and text on it, in light and dark',
  (color) => {
    const variables = accentVariables(color);
    expect(contrast(variables['--studio-accent'] ?? '', '#f8f4ec')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(variables['--studio-accent-dark'] ?? '', '#17140f')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(variables['--studio-accent'] ?? '', variables['--studio-on-accent'] ?? '')).toBeGreaterThan(4.5);
    expect(
      contrast(variables['--studio-accent-dark'] ?? '', variables['--studio-on-accent-dark'] ?? ''),
    ).toBeGreaterThan(4.5);
  },
);

test('a colour that can be read stays as the studio chose it', () => {
  expect(accentVariables('#0f766e')['--studio-accent']).toBe('#0f766e');
});
