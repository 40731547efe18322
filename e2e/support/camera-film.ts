import { encodeQR } from 'qr';

const [WIDTH, HEIGHT] = [640, 480];
const LIGHT = 235;
const DARK = 16;

/**
 * A film for Chromium's pretended camera on which somebody holds out a QR code: one frame, shown again and again, in the format
 * YUV4MPEG2.
 */
export function filmOfCode(text: string): Buffer {
  const rows = encodeQR(text, 'raw', { ecc: 'quartile', border: 4, scale: 10 });
  const luma = Buffer.alloc(WIDTH * HEIGHT, LIGHT);
  const [left, top] = [(WIDTH - rows.length) >> 1, (HEIGHT - rows.length) >> 1];
  for (const [y, row] of rows.entries()) {
    for (const [x, isDark] of row.entries()) if (isDark) luma[(top + y) * WIDTH + left + x] = DARK;
  }
  const noColor = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from('FRAME\n'), luma, noColor]);
}
