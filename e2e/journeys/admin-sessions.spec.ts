import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { newestSubject } from '../support/inbox.ts';
import type { Member } from '../support/people.ts';
import { signIn } from '../support/screens.ts';
import { book, type Studio } from '../support/studio.ts';
import { inDays } from '../support/times.ts';

type Catalogue = Awaited<ReturnType<Studio['createCatalogue']>>;

test('a series, one session of it changed, one with bookings canceled, and the member is told', async ({
  page,
  openFor,
  studio,
}) => {
  test.setTimeout(90_000);
  const [catalogue, member] = await Promise.all([studio.createCatalogue(), studio.createMember('Nela')]);
  await signIn(page, studio.admin);
  await test.step('create the series', () => createSeries(page, catalogue));
  await test.step('change one session alone', () => changeSecond(page));
  await test.step('see the week', () => seeWeek(page, catalogue));
  await test.step('cancel the one with a booking', () => cancelBooked(page, catalogue, member));
  await test.step('the member is told', async () => {
    await expect.poll(() => newestSubject(member.email), { timeout: 15_000 }).toContain('The class is canceled');
    const phone = await openFor(member);
    await phone.goto('/bookings');
    await expect(phone.getByText('The studio canceled this session')).toBeVisible();
  });
  await test.step('end the series', () => endSeries(page, catalogue));
});

async function createSeries(page: Page, catalogue: Catalogue): Promise<void> {
  const first = inDays(2);
  await page.goto('/admin/sessions/series');
  await page.getByRole('link', { name: 'New series' }).first().click();
  await expect(page.getByRole('heading', { name: 'New series' })).toBeVisible();
  await page.getByLabel('Class').selectOption(catalogue.className);
  await page.getByLabel('Instructor').selectOption(catalogue.instructorName);
  await page.getByLabel('Location').selectOption(catalogue.locationName);
  const weekday = first.toLocaleString('en-GB', { weekday: 'long' });
  await page.getByRole('checkbox', { name: weekday }).check({ force: true });
  await page.getByLabel('Start').fill('18:00');
  await page.getByLabel('First day').fill(first.toPlainDate().toString());
  await page.getByLabel('Capacity').fill('8');
  const dates = page.getByRole('list', { name: 'Dates' }).getByRole('listitem');
  await expect(dates.first()).toContainText('18:00');
  await expect(dates.filter({ hasText: 'The clocks have changed; the time stays' }).first()).toContainText('18:00');
  await expectNoBarriers(page, 'new series');
  await page.getByRole('button', { name: 'Create series' }).click();
  await expect(page.getByRole('heading', { name: catalogue.className })).toBeVisible();
  await expect(page.getByText(`Every week on ${weekday}`)).toBeVisible();
}

const coming = (page: Page) => page.getByRole('table', { name: 'Coming sessions' }).getByRole('link');

async function changeSecond(page: Page): Promise<void> {
  await coming(page).nth(1).click();
  await expect(page.getByText('Changes here concern this session alone.')).toBeVisible();
  await page.getByLabel('Capacity').fill('5');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await page.getByRole('link', { name: 'Change the series' }).click();
  const rows = page.getByRole('table', { name: 'Coming sessions' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('0 of 8');
  await expect(rows.nth(2)).toContainText('0 of 5');
  await expectNoBarriers(page, 'series');
}

async function seeWeek(page: Page, { className, locationId }: Catalogue): Promise<void> {
  const day = inDays(2).toPlainDate().toString();
  await page.goto(`/admin/sessions?view=week&week=${day}&locationId=${locationId}`);
  await expect(page.getByRole('list', { name: 'Week' }).getByRole('link', { name: className })).toContainText('18:00');
  await expectNoBarriers(page, 'week of the studio');
}

async function cancelBooked(page: Page, { className }: Catalogue, member: Member): Promise<void> {
  const session = page.getByRole('list', { name: 'Week' }).getByRole('link', { name: className });
  const id = (await session.getAttribute('href'))?.split('/').at(-1) ?? '';
  await book(member, { id });
  await session.click();
  await expect(page.getByRole('list', { name: 'Who comes' })).toContainText(member.name);
  await page.getByRole('button', { name: 'Cancel session' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Cancel this session?' });
  await expect(dialog).toContainText('Loses the place');
  await expect(dialog.getByRole('listitem')).toHaveText([member.name]);
  await expect(dialog).toContainText('1 comes back to tickets');
  await expect(dialog).toContainText('1 × Session canceled');
  await dialog.getByLabel('Reason').fill('The heating is broken');
  await expectNoBarriers(page, 'cancellation of a session');
  await dialog.getByRole('button', { name: 'Cancel session' }).click();
  await expect(page.getByText('This session is canceled: The heating is broken')).toBeVisible();
}

async function endSeries(page: Page, { className }: Catalogue): Promise<void> {
  await page.goto('/admin/sessions/series');
  await page.getByRole('table', { name: 'Series' }).getByRole('link', { name: className }).click();
  await page.getByRole('button', { name: 'End series' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'End this series?' });
  await expect(dialog).toContainText('without bookings are deleted');
  await expect(dialog).toContainText('Nobody is concerned');
  await dialog.getByRole('button', { name: 'End series' }).click();
  await expect(page.getByText('This series has ended.')).toBeVisible();
}
