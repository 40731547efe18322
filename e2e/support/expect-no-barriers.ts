import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** All that can differ between the light and the dark appearance. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];
/** Not everybody can use a screen on which one of these is broken. */
const GRAVE = new Set<string | null | undefined>(['serious', 'critical']);

/** Looks for barriers on the screen as it is now, in its light and its dark appearance. */
export async function expectNoBarriers(page: Page, screen: string): Promise<void> {
  // After a change of pages within the app the title comes a moment later than what it is about.
  await expect.soft(page, `title of ${screen}`).toHaveTitle(/\S/);
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect.soft(width, `width of ${screen}`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);

  await page.emulateMedia({ colorScheme: 'light' });
  expect.soft(await findGrave(new AxeBuilder({ page })), screen).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await findGrave(new AxeBuilder({ page }).withRules(COLOR_RULES)), `${screen}, dark`).toEqual([]);
}

async function findGrave(axe: AxeBuilder) {
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => GRAVE.has(impact))
    .map(({ id, nodes }) => ({ id, where: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) }));
}
