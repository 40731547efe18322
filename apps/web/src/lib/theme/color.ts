type Triple = readonly [number, number, number];

/** Contrast of two colours (`#rrggbb`) as WCAG defines it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour that lies between two, as `color-mix(in srgb, …)` finds it; `share` of the second, 0 to 1. */
export function mix(from: string, to: string, share: number): string {
  const target = parse(to);
  return format(parse(from).map((value, i) => value + ((target[i] ?? value) - value) * share));
}

/**
 * The same hue, lighter or darker, and as colourful as a screen can show it: in OKLab, where equal steps look equal. Mixed with white
 * instead, a deep colour would turn grey.
 *
 * @param share how far the way to white (above 0, up to 1) or to black (below 0, down to -1)
 */
export function shade(hex: string, share: number): string {
  const [lightness, a, b] = toOklab(hex);
  const moved = share > 0 ? lightness + (1 - lightness) * share : lightness * (1 + share);
  for (let chroma = 1; chroma > 0; chroma -= 0.05) {
    const rgb = fromOklab([moved, a * chroma, b * chroma]);
    if (rgb.every((value) => value >= -1e-4 && value <= 1.0001)) return format(rgb.map((value) => encode(value) * 255));
  }
  return share > 0 ? '#ffffff' : '#000000';
}

function parse(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

function format(channels: readonly number[]): string {
  const hex = (value: number) => Math.min(255, Math.max(0, Math.round(value))).toString(16);
  return `#${channels.map((value) => hex(value).padStart(2, '0')).join('')}`;
}

function decode(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function encode(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

type Matrix = readonly [Triple, Triple, Triple];

function times([first, second, third]: Matrix, vector: Triple): Triple {
  return [dot(first, vector), dot(second, vector), dot(third, vector)];
}

function dot(row: Triple, vector: Triple): number {
  return row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2];
}

function each([x, y, z]: Triple, change: (value: number) => number): Triple {
  return [change(x), change(y), change(z)];
}

function luminance(hex: string): number {
  return dot([0.2126, 0.7152, 0.0722], each(parse(hex), decode));
}

// The matrices of OKLab, linear sRGB to cone responses to the space and back.
function toOklab(hex: string): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    each(parse(hex), decode),
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    each(cones, Math.cbrt),
  );
}

function fromOklab(lab: Triple): Triple {
  const roots = times(
    [
      [1, 0.3963377774, 0.2158037573],
      [1, -0.1055613458, -0.0638541728],
      [1, -0.0894841775, -1.291485548],
    ],
    lab,
  );
  return times(
    [
      [4.0767416621, -3.3077115913, 0.2309699292],
      [-1.2684380046, 2.6097574011, -0.3413193965],
      [-0.0041960863, -0.7034186147, 1.707614701],
    ],
    each(roots, (root) => root ** 3),
  );
}
