import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from './find-browser.ts';

/** Starts the browser of the tests for something else than a test. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}
