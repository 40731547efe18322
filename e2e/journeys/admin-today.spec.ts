import { writeFile } from 'node:fs/promises';
import { unwrap } from '@openmat/api-client';
import type { Page } from '@playwright/test';
import { zoneAtNoon } from '../../apps/server/test-support/zone-at-noon.ts';
import { filmOfCode } from '../support/camera-film.ts';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { type Member, newPerson, unique } from '../support/people.ts';
import { signIn } from '../support/screens.ts';
import { book, type Session, type Studio } from '../support/studio.ts';

test.describe.configure({ timeout: 90_000 });

test('an evening at the front desk', { tag: '@phone' }, async ({ page, openFor, studio }) => {
  const [desk, other] = [await studio.createStaff('Tine'), await studio.createStaff('Vida')];
  const [ana, ben] = [await studio.createMember('Ana'), await studio.createMember('Ben')];
  const session = await createSessionToday(studio);
  const plan = await studio.createPlan();
  for (const member of [ana, ben]) await book(member, session);
  await signIn(page, desk);

  await test.step('today', () => findSession(page, session));
  await test.step('check in by tap and by name', () => checkInByTap(page));
  const secondDesk = await openFor(other);
  await secondDesk.goto(`/admin/today/${session.id}`);
  await expect(secondDesk.getByText('1 of 2 here')).toBeVisible();
  await test.step('check in by code', () => checkInByCode(page, ben));
  await expect(secondDesk.getByText('2 of 2 here')).toBeVisible();
  await test.step('somebody without a booking', () => walkIn(page, plan.name));
  await expect(secondDesk.getByText('3 of 3 here')).toBeVisible();

  await page.goto('/admin/sessions');
  await expect(page.getByRole('heading', { name: 'Only for those who run the studio' })).toBeVisible();
});

test('the camera reads the code of a member', async ({ studio, baseURL }, testInfo) => {
  const [desk, ana, session] = [
    await studio.createStaff('Tine'),
    await studio.createMember('Ana'),
    await createSessionToday(studio),
  ];
  await book(ana, session);
  const film = testInfo.outputPath('code.y4m');
  await writeFile(film, filmOfCode(await codeOf(ana)));
  const browser = await launchBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  try {
    const page = await browser.newPage({ ...(baseURL && { baseURL }), locale: 'en-GB' });
    await signIn(page, desk);
    await page.goto(`/admin/today?locationId=${session.locationId}`);
    await page.getByRole('button', { name: 'Scan a code' }).click();
    await expect(page.getByRole('dialog').getByText('Ana')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('The check-in of Ana is undone.')).toBeVisible();
  } finally {
    await browser.close();
  }
});

/** In two hours, where it is around noon: whenever the tests run, it can be booked and people can be checked in. */
function createSessionToday(studio: Studio): Promise<Session> {
  return studio.createSession({
    capacity: 8,
    startsAt: Temporal.Now.zonedDateTimeISO(zoneAtNoon()).add({ hours: 2 }),
  });
}

async function codeOf({ api }: Member): Promise<string> {
  return (await unwrap(api.GET('/api/v1/me/check-in-code'))).code;
}

async function findSession(page: Page, session: Session): Promise<void> {
  await page.getByRole('link', { name: 'Front desk' }).click();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.goto(`/admin/today?locationId=${session.locationId}`);
  const item = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
  await expect(item).toContainText('Next');
  await expect(item).toContainText('0 of 2 here');
  await expectNoBarriers(page, 'today');
  await item.getByRole('link', { name: session.className }).click();
  await expect(page.getByRole('heading', { name: session.className })).toBeVisible();
}

async function checkInByTap(page: Page): Promise<void> {
  const ana = page.getByRole('list', { name: 'Who comes' }).getByRole('listitem').filter({ hasText: 'Ana' });
  await expect(ana).toContainText('First visit');
  await ana.getByRole('button', { name: 'Check in Ana' }).click();
  await expect(ana).toContainText('Here since');
  await expect(page.getByText('1 of 2 here')).toBeVisible();
  await expectNoBarriers(page, 'roster');
  await ana.getByRole('button', { name: 'Undo Ana' }).click();
  await expect(page.getByText('0 of 2 here')).toBeVisible();

  const search = page.getByLabel('Find a name');
  await search.fill('an');
  await search.press('Enter');
  await expect(ana).toContainText('Here since');
  await expect(page.getByRole('status')).toHaveText(['Ana is checked in']);
}

/** The browser of the tests has no camera: the code is typed, the way it was read out. */
async function checkInByCode(page: Page, member: Member): Promise<void> {
  await page.getByRole('button', { name: 'Scan a code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Check in by code' });
  await expect(dialog).toContainText('Type the code instead.');
  const field = dialog.getByLabel('Type the code');
  await field.fill('k7qm');
  await field.press('Enter');
  await expect(dialog).toContainText('This is no check-in code.');
  const code = (await codeOf(member)).toLowerCase();
  await field.fill(`${code.slice(0, 4)}-${code.slice(4)}`);
  await field.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(dialog).toContainText(member.name);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('2 of 2 here')).toBeVisible();
}

async function walkIn(page: Page, planName: string): Promise<void> {
  const { name, email } = newPerson(unique('Eva'));
  await page.getByRole('button', { name: 'Walk-in' }).click();
  const dialog = page.getByRole('dialog', { name: 'Walk-in' });
  await dialog.getByLabel('Who is it?').fill(name);
  await expect(dialog).toContainText('Nobody is known by that yet.');
  await dialog.getByRole('button', { name: 'New here' }).click();
  await expect(dialog.getByLabel('Name')).toHaveValue(name);
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Create the account' }).click();
  await expect(dialog).toContainText('No ticket covers this session.');
  await dialog.getByLabel(planName).check();
  await dialog.getByLabel('In cash').check();
  await expectNoBarriers(page, 'walk-in');
  await dialog.getByRole('button', { name: 'Hand out the ticket' }).click();
  await expect(dialog).toContainText(`Goes in with ${planName}`);
  await dialog.getByRole('button', { name: 'Book the place' }).click();
  await dialog.getByRole('button', { name: 'Check in now' }).click();
  await expect(dialog).toContainText('Is here');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByText('3 of 3 here')).toBeVisible();
}
