import { encodeQR } from 'qr';

/** The light margin that a reader needs around the code, in modules. */
const QUIET_ZONE = 4;

/**
 * A QR code as one path for an SVG.
 *
 * @returns the width of the square in modules, its quiet zone included, and the path of the dark ones
 */
export function qrPath(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'quartile', border: QUIET_ZONE });
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size: rows.length, path };
}

/** Two groups are easier to read out: `K7QM 2XTR`. */
export function inGroups(code: string): [string, string] {
  const middle = Math.ceil(code.length / 2);
  return [code.slice(0, middle), code.slice(middle)];
}
