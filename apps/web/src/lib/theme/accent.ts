/** Backgrounds and text colours of `tokens.css` that the accent must stand out from. */
const PAPER = { light: '#f8f4ec', dark: '#17140f' };
const WHITE = '#ffffff';
const INK = '#17140f';

/** WCAG 2.2 AA for text. */
const MIN_CONTRAST = 4.5;

type Rgb = readonly [number, number, number];

/**
 * The studio's colour as CSS variables for the light and the dark appearance.
 *
 * A colour too close to the background is moved towards the ink in small steps until it can be read; hue is kept.
 *
 * @param hex the studio's colour, `#rrggbb`
 */
export function accentVariables(hex: string): Record<`--studio-${string}`, string> {
  const light = readableOn(PAPER.light, hex, INK);
  const dark = readableOn(PAPER.dark, hex, WHITE);
  return {
    '--studio-accent': light,
    '--studio-on-accent': textOn(light),
    '--studio-accent-dark': dark,
    '--studio-on-accent-dark': textOn(dark),
  };
}

/** Contrast of two colours as WCAG defines it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(parse(one)), luminance(parse(other))].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function textOn(background: string): string {
  return contrast(background, WHITE) >= contrast(background, INK) ? WHITE : INK;
}

function readableOn(background: string, hex: string, towards: string): string {
  let color = hex;
  for (let step = 1; contrast(color, background) < MIN_CONTRAST && step <= 20; step += 1) {
    color = mix(hex, towards, step / 20);
  }
  return color;
}

function mix(from: string, to: string, share: number): string {
  const target = parse(to);
  const channels = parse(from).map((value, i) => Math.round(value + ((target[i] ?? value) - value) * share));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function parse(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
