import { describe, expect, test } from 'vitest';
import { readTokens } from '#components/test/read-tokens.ts';
import { contrast } from '#lib/theme/color.ts';

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const tokens = readTokens(theme);

  test.each([
    ['ink', 'paper'],
    ['ink', 'surface'],
    ['ink', 'line'],
    ['ink', 'wait-soft'],
    ['muted', 'paper'],
    ['muted', 'surface'],
    ['wait', 'paper'],
    ['wait', 'surface'],
    ['wait', 'wait-soft'],
    ['trouble', 'paper'],
    ['trouble', 'surface'],
    ['trouble', 'trouble-soft'],
    ['on-trouble', 'trouble'],
    ['paper', 'ink'],
  ] as const)('%s can be read on %s', (text, background) => {
    expect(contrast(tokens[text], tokens[background])).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['line-strong', 'paper'],
    ['line-strong', 'surface'],
    ['wait', 'line'],
    ['ink', 'trouble-soft'],
  ] as const)('a border, a ring or the focus in %s can be seen on %s', (part, background) => {
    expect(contrast(tokens[part], tokens[background])).toBeGreaterThanOrEqual(3);
  });
});
