import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { row } from '../support/screens.ts';
import { book, type Session } from '../support/studio.ts';
import { inDays } from '../support/times.ts';

test('days and filters lead to a session, and stay in the address', { tag: '@phone' }, async ({ page, studio }) => {
  // Of a name that stands high up among the classes to choose from.
  const session = { capacity: 1, startsAt: inDays(5), className: 'Aerial' };
  const [wanted, other, member] = await Promise.all([
    studio.createSession(session),
    studio.createSession(session),
    studio.createMember('Ana'),
  ]);
  await page.goto('/');
  await dayLink(page, 4).click();
  await expect(dayLink(page, 4)).toHaveAttribute('aria-current', 'date');

  await page.getByLabel('Class', { exact: true }).selectOption(wanted.className);
  await expect(page.getByText('No classes match these filters on this day')).toBeVisible();
  await expectNoBarriers(page, 'day without sessions');
  await page.getByRole('link', { name: /^Next: / }).click();
  await expect(sessionRow(page, wanted)).toContainText('1 left');
  await expect(sessionRow(page, other)).toBeHidden();
  await expect(page).toHaveURL(`/?day=${wanted.startsAt.toPlainDate()}&classId=${wanted.classId}`);
  await expectNoBarriers(page, 'filtered schedule');

  await book(member, wanted);
  await expect(sessionRow(page, wanted)).toContainText('Full');
  await page.getByRole('button', { name: 'Only with free places' }).click();
  await expect(page.getByText('No classes match these filters in the next four weeks')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Only with free places' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: 'Clear the filters' }).click();
  await expect(sessionRow(page, other)).toBeVisible();

  await sessionRow(page, wanted).getByRole('link', { name: wanted.className }).click();
  await expect(page.getByRole('heading', { level: 1, name: wanted.className })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Schedule', exact: true }).click();
  await expect(dayLink(page, 5)).toHaveAttribute('aria-current', 'date');
});

const sessionRow = (page: Page, { className }: Session) => row(page, 'Sessions', className);

const dayLink = (page: Page, days: number) => {
  const day = new RegExp(`\\b${inDays(days).day}\\b`);
  return page.getByRole('navigation', { name: 'Days' }).getByRole('link', { name: day });
};
