import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const SCHEMES = ['light', 'dark'] as const;
/** Not everybody can use a screen on which one of these is broken. */
const GRAVE = new Set<string | null | undefined>(['serious', 'critical']);

/** Looks for barriers on the screen as it is now, in its light and its dark appearance. */
export async function expectNoBarriers(page: Page, screen: string): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect.soft(width, `width of ${screen}`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations
      .filter(({ impact }) => GRAVE.has(impact))
      .map(({ id, nodes }) => ({ id, where: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) }));
    expect.soft(grave, `${screen}, ${colorScheme}`).toEqual([]);
  }
}
