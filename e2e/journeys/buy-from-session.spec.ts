import { expect, test } from '../support/fixtures.ts';
import { newPerson } from '../support/people.ts';
import { bookingPanel, expectEntries, row, signIn, signUp } from '../support/screens.ts';
import { CARD, payByCard } from '../support/stripe-page.ts';

test('whoever has no ticket is led to one, and the booking they began is finished', { tag: '@phone' }, async ({
  page,
  studio,
}) => {
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
  await panel.getByRole('link', { name: 'Get a ticket and book' }).click();

  await row(page, 'Buy a ticket', plan.name).getByRole('button', { name: 'Buy' }).click();
  await payByCard(page, CARD.good);

  await expect(page.getByRole('heading', { name: 'Your ticket is ready' })).toBeVisible();
  await expect(page).toHaveURL(`/sessions/${session.id}`);
  await expect(panel.getByText('Booked ✓')).toBeVisible();
  await expect(panel.getByRole('status').filter({ hasText: `Booked with ${plan.name}.` })).toBeVisible();
  await expectEntries(page, '4 entries left');
});

test('whoever has no account comes back to the session with one, and the booking goes on', async ({ page, studio }) => {
  const session = await studio.createSession({ capacity: 8 });
  await page.goto(`/sessions/${session.id}`);
  await bookingPanel(page).getByRole('link', { name: 'Book' }).click();
  await page.getByRole('link', { name: 'Create an account' }).click();
  await signUp(page, newPerson('Nela'));
  await expect(page).toHaveURL(`/sessions/${session.id}`);
  await expect(bookingPanel(page).getByRole('alert')).toContainText('None of your tickets covers this session.');
  await expect(bookingPanel(page).getByRole('link', { name: 'Get a ticket and book' })).toBeVisible();
});
