import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { newPerson, type Person, register, unique } from '../support/people.ts';
import { signIn } from '../support/screens.ts';

test('a member decides about themselves, to the end', { tag: '@phone' }, async ({ page, openFor }) => {
  const person = newPerson(unique('Nela'));
  await register(person);
  const elsewhere = await openFor(person);
  await signIn(page, person);
  await page.goto('/account');
  await test.step('another name and language', () => changeNameAndLanguage(page));
  await test.step('sign out the other device', () => endOtherDevice(page, elsewhere));
  await test.step('take the data along', () => exportData(page, person));
  await test.step('erase the account', () => erase(page, person));
});

async function changeNameAndLanguage(page: Page): Promise<void> {
  const profile = page.getByRole('region', { name: 'Profile' });
  await profile.getByLabel('Name', { exact: true }).fill('Nela Kos');
  await profile.getByRole('button', { name: 'Save' }).click();
  await expect(profile.getByText('Saved.')).toBeVisible();

  const language = page.getByRole('region', { name: 'Language and time zone' });
  await language.getByLabel('Language').selectOption('Deutsch');
  await language.getByLabel('Time zone').fill('new york');
  await language.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/\/de\/account#language$/);
  await expect(page.getByRole('combobox', { name: 'Zeitzone' })).toHaveValue('America/New_York');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Nela Kos');
  await expectNoBarriers(page, 'account');
}

async function endOtherDevice(page: Page, elsewhere: Page): Promise<void> {
  await elsewhere.goto('/account#devices');
  await expect(elsewhere.getByText('This device')).toBeVisible();

  const devices = page.getByRole('list', { name: 'Geräte' }).getByRole('listitem');
  // The account was made by a program, which has signed in as well.
  await expect(devices).toHaveCount(3);
  const other = devices.filter({ hasText: 'Chrome' }).filter({ hasNotText: 'Dieses Gerät' });
  await other.getByRole('button', { name: /^Abmelden/ }).click();
  await expect(devices).toHaveCount(2);

  await elsewhere.reload();
  await expect(elsewhere.getByText('You were signed out here.')).toBeVisible();
  const main = elsewhere.getByRole('main');
  await expect(main.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
    'href',
    '/sign-in?next=%2Faccount%23devices',
  );
}

async function exportData(page: Page, { email }: Person): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Meine Daten herunterladen' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^openmat-\d{4}-\d\d-\d\d\.json$/);
  const data = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(data.profile).toMatchObject({ email, name: 'Nela Kos', locale: 'de', timeZone: 'America/New_York' });
}

async function erase(page: Page, person: Person): Promise<void> {
  await page.getByRole('button', { name: 'Mein Konto löschen' }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('checkbox').check();
  await dialog.getByLabel('Passwort', { exact: true }).fill('something else 99');
  await dialog.getByRole('button', { name: 'Endgültig löschen' }).click();
  await expect(dialog.getByText('Das ist nicht dein Passwort.')).toBeVisible();
  await expectNoBarriers(page, 'erasing');
  await dialog.getByLabel('Passwort', { exact: true }).fill(person.password);
  await dialog.getByRole('button', { name: 'Endgültig löschen' }).click();
  await expect(page.getByText('Dein Konto ist gelöscht.')).toBeVisible();

  // This browser speaks German from now on.
  await page.goto('/sign-in');
  await page.getByLabel('E-Mail').fill(person.email);
  await page.getByLabel('Passwort', { exact: true }).fill(person.password);
  await page.getByRole('main').getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveText('E-Mail oder Passwort stimmt nicht.');
}
