import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(import.meta.dirname, '../../styles/tokens.css'), 'utf8');

const solid = [
  'paper',
  'surface',
  'line',
  'line-strong',
  'ink',
  'muted',
  'wait',
  'wait-soft',
  'trouble',
  'trouble-soft',
  'on-trouble',
] as const;

/** The colours of `styles/tokens.css` by day or by night, and how much accent is in those that are mixed with it. */
export function readTokens(theme: 'light' | 'dark') {
  const color = (name: string) => {
    const both = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
    if (!both) throw new Error(`tokens.css has no --${name} by day and by night`);
    return both[theme === 'light' ? 1 : 2] ?? '';
  };
  const [softLight, softDark, hover] = [...css.matchAll(/color-mix\(in srgb, var\(--accent\) (\d+)%/g)].map(
    ([, percent]) => Number(percent) / 100,
  );
  const colors = Object.fromEntries(solid.map((name) => [name, color(name)])) as Record<(typeof solid)[number], string>;
  return {
    ...colors,
    softShare: (theme === 'light' ? softLight : softDark) ?? Number.NaN,
    hoverShare: hover ?? Number.NaN,
  };
}

/** The values that stand in for the studio's variables where it could not be asked. */
export function accentFallbacks(): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/var\((--studio-[a-z-]+), (#[0-9a-f]{6})\)/g)].map(([, name, hex]) => [name, hex]),
  );
}
