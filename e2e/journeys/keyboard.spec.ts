import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { press, tabTo } from '../support/keyboard.ts';
import type { Person } from '../support/people.ts';
import { bookingPanel, expectEntries, row } from '../support/screens.ts';
import { CARD } from '../support/stripe-page.ts';
import type { Session } from '../support/studio.ts';

test('from the schedule to a place and out of it again, without a mouse', async ({ page, studio }) => {
  const [member, plan, session] = await Promise.all([
    studio.createMember('Nela', { entries: 0 }),
    studio.createPlan(),
    studio.createSession({ capacity: 8, className: 'Aerial' }),
  ]);
  await test.step('find a session', () => findSession(page, session));
  await test.step('sign in', () => typeAccount(page, member));
  await test.step('buy the ticket that is missing', async () => {
    await expect(bookingPanel(page).getByRole('alert')).toContainText('None of your tickets covers this session.');
    await press(page, bookingPanel(page).getByRole('link', { name: 'Get a ticket and book' }));
    await expect(page.getByRole('heading', { level: 1, name: 'Tickets' })).toBeFocused();
    await press(page, row(page, 'Buy a ticket', plan.name).getByRole('button', { name: 'Buy' }));
    await typeCard(page);
    await expect(page.getByRole('heading', { name: 'Your ticket is ready' })).toBeVisible();
    await press(page, page.getByRole('link', { name: 'Back to the session' }));
  });
  await test.step('cancel', () => cancelBooking(page, session));
});

async function findSession(page: Page, { className, startsAt }: Session): Promise<void> {
  await page.goto(`/?day=${startsAt.toPlainDate()}`);
  await press(page, page.getByRole('link', { name: 'Skip to content' }));
  await expect(page.getByRole('main')).toBeFocused();
  await tabTo(page, page.getByRole('combobox', { name: 'Class' }));
  await page.keyboard.type(className);
  await expect(page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(1);
  await press(page, row(page, 'Sessions', className).getByRole('link', { name: 'Book' }));
}

async function typeAccount(page: Page, { email, password }: Person): Promise<void> {
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

async function typeCard(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Pay', exact: true })).toBeVisible();
  for (const [label, text] of [
    ['Card number', CARD.good],
    ['Expiry', '12/34'],
    ['CVC', '123'],
  ] as const) {
    await tabTo(page, page.getByLabel(label));
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
}

async function cancelBooking(page: Page, session: Session): Promise<void> {
  await expect(page).toHaveURL(`/sessions/${session.id}`);
  const panel = bookingPanel(page);
  await expect(panel.getByText('Booked ✓')).toBeVisible();
  const way = panel.getByRole('button', { name: 'Cancel booking' });
  await press(page, way);
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await expect(dialog).toContainText('Your entry comes back.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(way).toBeFocused();

  await page.keyboard.press('Space');
  await press(page, dialog.getByRole('button', { name: 'Cancel booking' }));
  await expect(panel.getByRole('button', { name: 'Book', exact: true })).toBeVisible();
  await expectEntries(page, '5 entries left');
}
