import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any way on a page of these tests has. */
const MAX_STOPS = 150;

/** Goes on with the Tab key until something has the focus, which has to be seen there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const reached = target.and(page.locator(':focus'));
  for (let stops = 0; stops < MAX_STOPS && (await reached.count()) === 0; stops += 1) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
  await expectVisibleFocus(target);
}

/** Tabs to it and presses it. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

async function expectVisibleFocus(target: Locator): Promise<void> {
  await expect(target).toBeInViewport();
  await expect(target).not.toHaveCSS('outline-style', 'none');
  await expect(target).not.toHaveCSS('outline-width', '0px');
}
