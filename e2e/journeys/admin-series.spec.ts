import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { newestSubject } from '../support/inbox.ts';
import type { Member } from '../support/people.ts';
import { signIn } from '../support/screens.ts';
import { book, type Studio } from '../support/studio.ts';
import { inDays } from '../support/times.ts';

type Series = Awaited<ReturnType<Studio['createWeeklySeries']>>;

test('a series goes on every second week from a day on, the member whose session ends is told, and the series ends', async ({
  page,
  openFor,
  studio,
}) => {
  const [series, member] = await Promise.all([studio.createWeeklySeries(inDays(2)), studio.createMember('Nela')]);
  // The third week: the new rhythm has the second and the fourth.
  await book(member, { id: series.sessions[2]?.id ?? '' });
  await signIn(page, studio.admin);
  await test.step('see the dates that are to come', () => seeDates(page, series));
  await test.step('change it from the second week on', () => changeRhythm(page, member));
  await test.step('the member is told', async () => {
    await expect.poll(() => newestSubject(member.email), { timeout: 15_000 }).toContain('The class is canceled');
    const phone = await openFor(member);
    await phone.goto('/bookings');
    await expect(phone.getByText('The studio canceled this session')).toBeVisible();
  });
  await test.step('end it, and find it among the ended', () => endSeries(page, series));
});

const dayOf = (days: number) => inDays(days).toLocaleString('en', { day: 'numeric', month: 'short', year: 'numeric' });
const dates = (page: Page) => page.getByRole('list', { name: 'Dates' }).getByRole('listitem');

async function seeDates(page: Page, { id }: Series): Promise<void> {
  await page.goto(`/admin/sessions/series/${id}?from=${inDays(9).toPlainDate()}`);
  await expect(page.getByRole('radio', { name: 'From a day on' })).toBeChecked();
  await expect(dates(page).first()).toContainText(dayOf(9));
  await expect(dates(page).nth(1)).toContainText(dayOf(16));
}

async function changeRhythm(page: Page, member: Member): Promise<void> {
  await page.getByLabel('How often').selectOption('Every 2 weeks');
  await expect(dates(page).nth(1)).toContainText(dayOf(23));
  await expect(dates(page).first()).toContainText(dayOf(9));
  await page.getByRole('button', { name: 'Save changes' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('1 with bookings is canceled');
  await expect(dialog).toContainText('Loses the place');
  await expect(dialog).toContainText(member.name);
  await expect(dialog).toContainText('1 × Session canceled');
  await expectNoBarriers(page, 'change of a series');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog).toBeHidden();
  const rows = page.getByRole('table', { name: 'Coming sessions' }).getByRole('row');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Every 2 weeks');
  await expect(rows.nth(1)).toContainText('0 of 8');
}

async function endSeries(page: Page, { className }: Series): Promise<void> {
  await page.getByRole('button', { name: 'End series' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'End this series?' });
  await expect(dialog).toContainText('Nobody is concerned');
  await dialog.getByRole('button', { name: 'End series' }).click();
  await expect(page.getByText('This series has ended.')).toBeVisible();
  await page.goto('/admin/sessions/series');
  const list = page.getByRole('table', { name: 'Series' });
  // What came before the change still has its first week.
  await expect(list.getByRole('link', { name: className })).toHaveCount(1);
  await expect(list.getByRole('row').filter({ hasText: className })).toContainText('Every week');
  await page.getByRole('radio', { name: 'Ended' }).check({ force: true });
  await expect(list.getByRole('row').filter({ hasText: className })).toContainText('Every 2 weeks');
  await expect(page).toHaveURL(/state=ended/);
  await expectNoBarriers(page, 'ended series');
}
