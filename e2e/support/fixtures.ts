import { join } from 'node:path';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Person } from './people.ts';
import { signIn } from './screens.ts';
import { logDir } from './stack-settings.ts';
import { Studio } from './studio.ts';

interface Fixtures {
  studio: Studio;
  /** A browser of their own for somebody else, signed in. */
  openFor: (person: Person) => Promise<Page>;
  serverLogs: undefined;
}

/** Tests with data of their own. A script error on any page fails them, whatever they look for. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs off this pattern.
  studio: async ({}, use) => use(await Studio.open()),

  context: async ({ context }, use) => {
    const errors = collectErrors(context);
    await use(context);
    expect(errors).toEqual([]);
  },

  openFor: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: Error[][] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      contexts.push(context);
      errors.push(collectErrors(context));
      const page = await context.newPage();
      await signIn(page, person);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(errors.flat()).toEqual([]);
  },

  // The stack and its logs are gone when somebody comes to look why a test failed.
  serverLogs: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use, testInfo) => {
      await use(undefined);
      if (testInfo.status === testInfo.expectedStatus) return;
      for (const name of ['api', 'worker', 'web', 'stripe', 'inbox']) {
        await testInfo.attach(`${name}.log`, { path: join(logDir(), `${name}.log`) });
      }
    },
    { auto: true },
  ],
});

export { expect };

function collectErrors(context: BrowserContext): Error[] {
  const errors: Error[] = [];
  context.on('weberror', (event) => errors.push(event.error()));
  return errors;
}
