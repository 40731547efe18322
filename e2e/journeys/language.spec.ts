import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { linkFromMail, newestSubject } from '../support/inbox.ts';
import { newPerson, unique } from '../support/people.ts';
import type { Session } from '../support/studio.ts';

/** Which day a session is, as people of a language write it. */
const dayIn = (language: string, { startsAt }: Session) =>
  startsAt.toLocaleString(language, { weekday: 'long', day: 'numeric', month: 'long' });

const languages = (page: Page) => page.getByRole('contentinfo').getByRole('link');

test.describe('in a German browser', () => {
  test.use({ locale: 'de-AT' });

  test('a page is German, the same page in another language, and that language from then on', {
    tag: '@phone',
  }, async ({ page, studio }) => {
    const session = await studio.createSession({ capacity: 3 });
    // The web app remembers for some seconds which languages the studio offered before it was set up for the tests.
    const firstPage = async () => (await page.goto('/'))?.url();
    await expect.poll(firstPage, { timeout: 20_000 }).toMatch(/\/de$/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');

    await page.goto(`/de/sessions/${session.id}?from=friend`);
    await expect(page.getByRole('region', { name: 'Buchung' })).toContainText('3 Plätze');
    await expect(page.getByText('18:00 bis 19:00 Uhr')).toBeVisible();
    await expect(page.getByText(dayIn('de', session))).toBeVisible();

    await languages(page).filter({ hasText: 'Slovenščina' }).click();
    await expect(page).toHaveURL(`/sl/sessions/${session.id}?from=friend`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'sl');
    await expect(page.getByRole('region', { name: 'Rezervacija' })).toContainText('3 mesta');
    await expect(page.getByText(dayIn('sl', session))).toBeVisible();
    await expect(languages(page).and(page.locator('[aria-current]'))).toHaveText('Slovenščina');
    await expectNoBarriers(page, 'session in Slovenian');

    await page.goto('/');
    await expect(page).toHaveURL('/sl');

    await languages(page).filter({ hasText: 'English' }).click();
    await expect(page).toHaveURL('/');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('a language without scripts is a link', async ({ browser }) => {
  await using context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/tickets?next=%2Fbookings');
  await languages(page).filter({ hasText: 'Español' }).click();
  await expect(page).toHaveURL('/es/tickets?next=%2Fbookings');
  await languages(page).filter({ hasText: 'English' }).click();
  await expect(page).toHaveURL('/tickets?next=%2Fbookings');
});

test('who signs up in Spanish is written to in Spanish', { tag: '@phone' }, async ({ page }) => {
  const person = newPerson(unique('Lola'));
  await page.goto('/es/sign-up');
  await page.getByLabel('Nombre').fill(person.name);
  await page.getByLabel('Correo electrónico').fill(person.email);
  await page.getByLabel('Contraseña', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Crear la cuenta' }).click();
  await expect(page).toHaveURL('/es');

  await page.goto(await linkFromMail(person.email, '/es/verify-email'));
  expect(await newestSubject(person.email)).toBe('Confirma tu dirección de correo');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tu correo electrónico');
});

test('the focus follows to the next page, and a lost connection is told', async ({ page, context, studio }) => {
  const session = await studio.createSession({ capacity: 2 });
  await page.goto(`/sessions/${session.id}`);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tickets' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Tickets' })).toBeFocused();

  await context.setOffline(true);
  await expect(page.getByText('No connection.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Connected again')).toBeVisible();
});
