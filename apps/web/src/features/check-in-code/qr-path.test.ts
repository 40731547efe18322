import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { inGroups, qrPath } from './qr-path.ts';

/** The path drawn into pixels, as a camera would see it. */
function draw({ size, path }: ReturnType<typeof qrPath>, scale = 8) {
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy += 1) {
      const start = ((Number(y) * scale + dy) * width + Number(x) * scale) * 4;
      for (let dx = 0; dx < scale; dx += 1) data.fill(0, start + dx * 4, start + dx * 4 + 3);
    }
  }
  return { width, height: width, data };
}

test.each(['K7QM2XTR', 'AAAA2222'])('%s is read back from what is drawn', (code) => {
  expect(decodeQR(draw(qrPath(code)))).toBe(code);
});

test('the margin is light all around', () => {
  const { size, path } = qrPath('K7QM2XTR');
  const places = Array.from(path.matchAll(/M(\d+) (\d+)/g), ([, x, y]) => [Number(x), Number(y)]).flat();
  expect([Math.min(...places), Math.max(...places)]).toEqual([4, size - 5]);
});

test('the code is read in two groups', () => {
  expect(inGroups('K7QM2XTR')).toEqual(['K7QM', '2XTR']);
});
