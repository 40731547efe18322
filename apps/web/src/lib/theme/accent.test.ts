import { describe, expect, test } from 'vitest';
import { accentFallbacks, readTokens } from '#components/test/read-tokens.ts';
import { accentVariables, PAPER, SOFT_SHARE, SURFACE } from './accent.ts';
import { contrast, mix } from './color.ts';

const TEXT = 4.5;
const LARGE = 3;

const accents = {
  teal: '#0f766e',
  yellow: '#ffd400',
  'pale yellow': '#fffbd1',
  white: '#ffffff',
  black: '#000000',
  'mid grey': '#777777',
  'light grey': '#b3b3b3',
  'neon green': '#39ff14',
  'neon pink': '#ff10f0',
  'pure blue': '#0000ff',
  'pure red': '#ff0000',
  cyan: '#00ffff',
  navy: '#1e3a8a',
  orange: '#ff8800',
  'our paper': '#f8f4ec',
};

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const tokens = readTokens(theme);
  const suffix = theme === 'dark' ? '-dark' : '';

  test('the colours are those of the stylesheet', () => {
    expect([PAPER[theme], SURFACE[theme], SOFT_SHARE[theme]]).toEqual([tokens.paper, tokens.surface, tokens.softShare]);
  });

  test.each(Object.entries(accents))('%s can be read and seen everywhere', (_, hex) => {
    const variables = accentVariables(hex);
    const accent = variables[`--studio-accent${suffix}`] ?? '';
    const onAccent = variables[`--studio-on-accent${suffix}`] ?? '';
    const soft = mix(tokens.paper, accent, tokens.softShare);
    const hover = mix(tokens.ink, accent, tokens.hoverShare);
    const pairs = {
      'accent on paper': [accent, tokens.paper, TEXT],
      'accent on a panel': [accent, tokens.surface, TEXT],
      'accent on its soft tint': [accent, soft, TEXT],
      'ink on the soft tint': [tokens.ink, soft, TEXT],
      'muted on the soft tint': [tokens.muted, soft, TEXT],
      'text of a button': [onAccent, accent, TEXT],
      'text of a button under the pointer': [onAccent, hover, TEXT],
      'a ring on its track': [accent, tokens.line, LARGE],
      'a switch that is on beside one that is off': [accent, tokens.surface, LARGE],
      'focus on the soft tint': [tokens.ink, soft, LARGE],
    } as const;
    const failing = Object.entries(pairs).filter(([, [one, other, least]]) => contrast(one, other) < least);
    expect(failing.map(([name, [one, other]]) => `${name}: ${contrast(one, other).toFixed(2)}`)).toEqual([]);
  });
});

test.each(['#115e59', '#1e3a8a'])('%s can be read by day and stays as the studio chose it', (hex) => {
  expect(accentVariables(hex)['--studio-accent']).toBe(hex);
});

test('what stands in for the accent in the stylesheet can be read as well', () => {
  expect(accentFallbacks()).toEqual(accentVariables(accentFallbacks()['--studio-accent'] ?? ''));
});
