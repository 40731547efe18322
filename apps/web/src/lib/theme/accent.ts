import { contrast, mix } from './color.ts';

/** What `styles/tokens.css` gives these colours; a test compares. */
export const PAPER = { light: '#f8f4ec', dark: '#17140f' } as const;
export const SURFACE = { light: '#fffdf8', dark: '#211d17' } as const;
/** How much of the accent is in `--accent-soft`. */
export const SOFT_SHARE = 0.1;

const WHITE = '#ffffff';
const INK = '#17140f';

/** WCAG 2.2 AA for text; more than the 3 that large text, rings and borders need. */
const MIN_CONTRAST = 4.5;
const STEPS = 40;

/**
 * The studio's colour as CSS variables for the light and the dark appearance.
 *
 * A colour that cannot be read on the page, on a panel or on its own soft tint is moved towards the ink in small steps until it
 * can; hue is kept. Everything else follows from that: on a colour so far from the page, either white or ink can be read.
 *
 * @param hex the studio's colour, `#rrggbb`
 */
export function accentVariables(hex: string): Record<`--studio-${string}`, string> {
  const light = readable('light', hex, INK);
  const dark = readable('dark', hex, WHITE);
  return {
    '--studio-accent': light,
    '--studio-on-accent': textOn(light),
    '--studio-accent-dark': dark,
    '--studio-on-accent-dark': textOn(dark),
  };
}

function readable(theme: 'light' | 'dark', hex: string, towards: string): string {
  const candidates = Array.from({ length: STEPS + 1 }, (_, step) => mix(hex, towards, step / STEPS));
  return candidates.find((color) => isReadable(theme, color)) ?? towards;
}

function isReadable(theme: 'light' | 'dark', color: string): boolean {
  const soft = mix(PAPER[theme], color, SOFT_SHARE);
  return [PAPER[theme], SURFACE[theme], soft].every((background) => contrast(color, background) >= MIN_CONTRAST);
}

function textOn(background: string): string {
  return contrast(background, WHITE) >= contrast(background, INK) ? WHITE : INK;
}
