import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from './find-browser.ts';

/** Starts the browser of the tests for something else than a test, or in another way. */
export async function launchBrowser(furtherArgs: string[] = []): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return await chromium.launch({ executablePath, args: [...args, ...furtherArgs], env: { ...process.env, ...env } });
}
