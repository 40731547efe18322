import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/find-browser.ts';
import { ZONE } from './support/times.ts';

const { executablePath, args, env } = await findBrowser();

export default defineConfig({
  testDir: './journeys',
  outputDir: './test-results',
  globalSetup: './support/global-setup.ts',
  // The machine that matters has two cores, and the whole stack runs beside the browsers: while one test waits, the other works.
  workers: 2,
  // Generous, for a machine that does other things as well: what is missing is told long before by the time-outs below.
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: process.env.OPENMAT_E2E_WEB_URL,
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
    locale: 'en-GB',
    timezoneId: ZONE,
    contextOptions: { reducedMotion: 'reduce' },
    // A control that is missing is told long before the whole test has run out of time.
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    // What members do, they do on a phone.
    { name: 'phone', grep: /@phone/, use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
});
