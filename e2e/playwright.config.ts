import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/find-browser.ts';

const { executablePath, args, env } = await findBrowser();

export default defineConfig({
  testDir: './tests',
  outputDir: './test-results',
  globalSetup: './support/global-setup.ts',
  // The machine that matters has two cores, and the whole stack runs beside the browser.
  workers: 1,
  timeout: 30_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: process.env.OPENMAT_E2E_WEB_URL,
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
