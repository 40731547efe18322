import { readFile } from 'node:fs/promises';

/** The last lines of a text file, for messages; a note when it cannot be read. */
export async function tailFile(path: string, lines = 20): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => `(${path} cannot be read)`);
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}
