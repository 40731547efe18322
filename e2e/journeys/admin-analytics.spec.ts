import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from '@playwright/test';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { signIn } from '../support/screens.ts';
import { book, type Studio } from '../support/studio.ts';
import { ZONE } from '../support/times.ts';

test('the figures say what happened, and the lab what would have', async ({ page, studio }) => {
  const { className } = await holdSession(studio);
  await signIn(page, studio.admin);
  await page.goto('/admin/analytics');
  await expect(page.getByRole('heading', { name: 'Analytics', level: 1 })).toBeVisible();
  await page.getByRole('group', { name: 'Which sessions' }).getByLabel('Class').selectOption(className);
  await expect(page).toHaveURL(/classId=/);

  // The filter stands in the address, and the session counts as held as soon as it has begun.
  const fill = page.getByRole('region', { name: 'How full sessions are' });
  await expect(async () => {
    await page.reload();
    await expect(fill).toContainText('50% of 2 places in 1 session were taken.');
  }).toPass();
  const popular = page.getByRole('region', { name: 'Most popular classes' });
  await expect(popular).toContainText(`${className} is booked most: 1 place, 100% of all.`);
  await popular.getByRole('button', { name: 'Show as table' }).click();
  await expect(popular.getByRole('row', { name: className })).toHaveText(`${className}11100%50%`);
  expect(await saveCsv(page, popular)).toContain(`${className},1,1,1,2,0.5`);
  await expectNoBarriers(page, 'analytics');

  await page.getByRole('link', { name: 'Policy lab' }).click();
  await expect(page.getByRole('heading', { name: 'Policy lab', level: 1 })).toBeVisible();
  const replay = page.getByRole('button', { name: 'Replay' });
  await replay.click();
  await expect(page.getByText('Change at least one rule: these are the present ones.')).toBeVisible();
  await page.getByLabel('Places per session').fill('100');
  await expect(page.getByText('Every session has 100% more places.')).toBeVisible();
  await replay.click();
  await expect(page.getByRole('heading', { name: 'What would have been' })).toBeVisible();
  await expect(page.getByText('Places per session: +100%')).toBeVisible();
  // Whatever else was held: twice the places are twice the places.
  await expect(page.getByRole('row', { name: /^Places [\d,]+/ })).toContainText('(+100%)');
  await expectNoBarriers(page, 'policy lab');
});

/** A session with two places, one of them booked, that begins in a moment: none can be made in the past. */
async function holdSession(studio: Studio) {
  const member = await studio.createMember('Nina');
  const startsAt = Temporal.Now.zonedDateTimeISO(ZONE).add({ seconds: 6 });
  const session = await studio.createSession({ capacity: 2, startsAt });
  await book(member, session);
  return session;
}

async function saveCsv(page: Page, chart: Locator): Promise<string> {
  const saved = page.waitForEvent('download');
  await chart.getByRole('button', { name: 'Save as CSV' }).click();
  const download: Download = await saved;
  return await readFile(await download.path(), 'utf8');
}
