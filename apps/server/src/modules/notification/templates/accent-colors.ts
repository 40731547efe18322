/** The colours of a message in one appearance; the same as those of the web app. */
export interface Palette {
  paper: string;
  surface: string;
  line: string;
  ink: string;
  muted: string;
  accent: string;
  onAccent: string;
}

const WHITE = '#ffffff';
const INK = '#17140f';

/** WCAG 2.2 AA for text. */
const MIN_CONTRAST = 4.5;

const light = { paper: '#f8f4ec', surface: '#fffdf8', line: '#e4dccd', ink: '#1d1914', muted: '#665d51' };
const dark = { paper: '#17140f', surface: '#211d17', line: '#383127', ink: '#f4eee3', muted: '#b3a897' };

/**
 * The colours of a studio's messages on light and on dark screens.
 *
 * An accent too close to the background is moved towards the ink until it can be read.
 *
 * @param accentColor the studio's colour, `#rrggbb`
 */
export function palettesOf(accentColor: string): { light: Palette; dark: Palette } {
  const onLight = readableOn(light.paper, accentColor, INK);
  const onDark = readableOn(dark.surface, accentColor, WHITE);
  return {
    light: { ...light, accent: onLight, onAccent: textOn(onLight) },
    dark: { ...dark, accent: onDark, onAccent: textOn(onDark) },
  };
}

/** Contrast of two colours as WCAG defines it, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function textOn(background: string): string {
  return contrastOf(background, WHITE) >= contrastOf(background, INK) ? WHITE : INK;
}

function readableOn(background: string, color: string, towards: string): string {
  const steps = Array.from({ length: 21 }, (_, step) => mixed(color, towards, step / 20));
  return steps.find((step) => contrastOf(step, background) >= MIN_CONTRAST) ?? towards;
}

function mixed(from: string, to: string, share: number): string {
  const target = channels(to);
  const values = channels(from).map((value, index) => Math.round(value + ((target[index] ?? value) - value) * share));
  return `#${Buffer.from(values).toString('hex')}`;
}

function channels(color: string): number[] {
  return [...Buffer.from(color.slice(1), 'hex')];
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
