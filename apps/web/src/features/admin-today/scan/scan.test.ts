import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { readCode } from './code-text.ts';
import { ScanGate } from './scan-gate.ts';

test.each([
  ['K7QM2XTR', 'K7QM2XTR'],
  ['k7qm-2xtr', 'K7QM2XTR'],
  [' K7QM 2XTR ', 'K7QM2XTR'],
  ['K7QM–2XTR', 'K7QM2XTR'],
  ['K7QM2XT', null],
  ['K7QM2XTRR', null],
  ['https://example.org', null],
  ['', null],
])('%j is read as %j', (text, code) => {
  expect(readCode(text)).toBe(code);
});

describe('a queue of people', () => {
  test('the same code counts once while it is shown, and again later', () => {
    const gate = new ScanGate();
    const shown = [0, 120, 2_900, 5_800, 8_801].map((at) => gate.isNew('ANA', at));
    expect(shown).toEqual([true, false, false, false, true]);
  });

  test('who came while the one before was dealt with is seen again', () => {
    const gate = new ScanGate();
    expect(gate.isNew('BEN', 0)).toBe(true);
    gate.forget();
    expect([gate.isNew('BEN', 120), gate.isNew('BEN', 240)]).toEqual([true, false]);
  });

  test('the next person need not wait', () => {
    const gate = new ScanGate();
    expect([gate.isNew('ANA', 0), gate.isNew('BEN', 100), gate.isNew('ANA', 200)]).toEqual([true, true, true]);
  });
});

/** What a camera sees of a code: dark on light, many pixels to a module. */
function photograph(text: string) {
  const rows = encodeQR(text, 'raw', { ecc: 'quartile', border: 4, scale: 6 });
  const size = rows.length;
  const shades = rows.flat().flatMap((isDark) => (isDark ? [30, 28, 25, 255] : [236, 232, 224, 255]));
  return { width: size, height: size, data: new Uint8ClampedArray(shades) };
}

test('the code on a phone is read from its picture', () => {
  expect(readCode(decodeQR(photograph('K7QM2XTR')))).toBe('K7QM2XTR');
});
