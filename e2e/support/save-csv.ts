import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

/**
 * Saves the list on the screen and reads the file: its rows by the names of its columns. No field of these tests has a comma.
 *
 * @param part of the page, where it has several lists
 */
export async function saveCsv(page: Page, part: Page | Locator = page): Promise<Record<string, string>[]> {
  const saved = page.waitForEvent('download');
  await part.getByRole('button', { name: 'Save as CSV' }).click();
  const text = await readFile(await (await saved).path(), 'utf8');
  const [head = [], ...rows] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}
