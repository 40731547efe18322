const CODE = /^[0-9A-Z]{8}$/;

/**
 * A check-in code out of what was scanned or typed: blanks, hyphens and case do not matter. Letters that are taken for digits
 * are the API's business.
 *
 * @returns null for anything that cannot be one, e.g. the QR code of a poster
 */
export function readCode(text: string): string | null {
  const code = text.replace(/[\s\-–_.]/g, '').toUpperCase();
  return CODE.test(code) ? code : null;
}
