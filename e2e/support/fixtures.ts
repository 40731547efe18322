import { test as base, type Page } from '@playwright/test';
import type { Person } from './people.ts';
import { signIn } from './screens.ts';
import { Studio } from './studio.ts';

interface Fixtures {
  studio: Studio;
  /** A browser of their own for somebody else, signed in. */
  openFor: (person: Person) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs off this pattern.
  studio: async ({}, use) => use(await Studio.open()),
  openFor: async ({ browser }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      await signIn(page, person);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect } from '@playwright/test';
