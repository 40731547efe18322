import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface PreviewFont {
  name: string;
  data: Buffer;
  weight: 500 | 700;
  style: 'normal';
}

/** The second one is for the letters that the first has not, such as č. */
export const previewFontFamily = 'Figtree, Figtree Ext';

let loading: Promise<PreviewFont[]> | null = null;

/** The typeface of the app as files that pictures can be drawn with: those for browsers are of another kind. */
export function loadPreviewFonts(): Promise<PreviewFont[]> {
  loading ??= Promise.all([read('latin', 500), read('latin', 700), read('latin-ext', 500), read('latin-ext', 700)]);
  return loading;
}

async function read(script: 'latin' | 'latin-ext', weight: 500 | 700): Promise<PreviewFont> {
  // Found at run time: the bundler knows no place for a font that no stylesheet names.
  const { resolve } = createRequire(join(process.cwd(), 'package.json'));
  const data = await readFile(resolve(`@fontsource/figtree/files/figtree-${script}-${weight}-normal.woff`));
  return { name: script === 'latin' ? 'Figtree' : 'Figtree Ext', data, weight, style: 'normal' };
}
