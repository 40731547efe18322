import { contrast, mix, shade } from './color.ts';

/** What `styles/tokens.css` gives these colours; a test compares. */
export const PAPER = { light: '#f8f4ec', dark: '#17140f' } as const;
export const SURFACE = { light: '#fffdf8', dark: '#211d17' } as const;
/** How much of the accent is in `--accent-soft`; by night it takes more to be seen. */
export const SOFT_SHARE = { light: 0.1, dark: 0.18 } as const;

const WHITE = '#ffffff';
const INK = '#17140f';

/**
 * WCAG 2.2 AA asks for 4.5 for text, and 3 for large text, rings and borders. By night a colour at that limit looks dull beside
 * the other two signal colours.
 */
const MIN_CONTRAST = { light: 4.5, dark: 5.5 } as const;
const STEPS = 40;

/**
 * The studio's colour as CSS variables for the light and the dark appearance.
 *
 * A colour that cannot be read on the page, on a panel or on its own soft tint is made darker or lighter in small steps until it
 * can; hue is kept. Everything else follows from that: on a colour so far from the page, either white or ink can be read.
 *
 * @param hex the studio's colour, `#rrggbb`
 */
export function accentVariables(hex: string): Record<`--studio-${string}`, string> {
  const light = readable('light', hex, -1);
  const dark = readable('dark', hex, 1);
  return {
    '--studio-accent': light,
    '--studio-on-accent': textOn(light),
    '--studio-accent-dark': dark,
    '--studio-on-accent-dark': textOn(dark),
  };
}

function readable(theme: 'light' | 'dark', hex: string, towards: -1 | 1): string {
  for (let step = 1, color = hex; step <= STEPS; step += 1) {
    if (isReadable(theme, color)) return color;
    color = shade(hex, (towards * step) / STEPS);
  }
  return towards > 0 ? WHITE : INK;
}

function isReadable(theme: 'light' | 'dark', color: string): boolean {
  const soft = mix(PAPER[theme], color, SOFT_SHARE[theme]);
  return [PAPER[theme], SURFACE[theme], soft].every((background) => contrast(color, background) >= MIN_CONTRAST[theme]);
}

function textOn(background: string): string {
  return contrast(background, WHITE) >= contrast(background, INK) ? WHITE : INK;
}
