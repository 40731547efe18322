import { expect, test } from '../support/fixtures.ts';
import { newPerson } from '../support/people.ts';
import { bookingPanel, expectEntries, row, signIn, signUp } from '../support/screens.ts';
import { CARD, payByCard } from '../support/stripe-page.ts';

test('whoever has no ticket is led to one and back to the session', { tag: '@phone' }, async ({ page, studio }) => {
  const [member, plan, session] = await Promise.all([
    studio.createMember('Nela', { entries: 0 }),
    studio.createPlan(),
    studio.createSession({ capacity: 8 }),
  ]);
  await signIn(page, member);
  await page.goto(`/sessions/${session.id}`);
  const panel = bookingPanel(page);
  await panel.getByRole('button', { name: 'Book' }).click();
  await expect(panel.getByRole('alert')).toContainText('None of your tickets covers this session.');
  await panel.getByRole('link', { name: 'Get a ticket' }).click();

  await row(page, 'Buy a ticket', plan.name).getByRole('button', { name: 'Buy' }).click();
  await payByCard(page, CARD.good);
  await page.getByRole('link', { name: 'Back to the session' }).click();

  await expect(page).toHaveURL(`/sessions/${session.id}`);
  await panel.getByRole('button', { name: 'Book' }).click();
  await expect(panel).toContainText('Booked ✓');
  await expectEntries(page, '4 entries left');
});

test('whoever has no account comes back to the session with one', async ({ page, studio }) => {
  const session = await studio.createSession({ capacity: 8 });
  await page.goto(`/sessions/${session.id}`);
  await bookingPanel(page).getByRole('link', { name: 'Book' }).click();
  await page.getByRole('link', { name: 'Create an account' }).click();
  await signUp(page, newPerson('Nela'));
  await expect(page).toHaveURL(`/sessions/${session.id}`);
  await expect(bookingPanel(page).getByRole('button', { name: 'Book' })).toBeVisible();
});
