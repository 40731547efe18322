import { expect, test } from '../support/fixtures.ts';
import { expectEntries, row, signIn } from '../support/screens.ts';
import { book } from '../support/studio.ts';
import { ZONE } from '../support/times.ts';

test('an early cancellation is free and brings the entry back', { tag: '@phone' }, async ({ page, studio }) => {
  const [member, session] = await Promise.all([studio.createMember('Nela'), studio.createSession({ capacity: 8 })]);
  await book(member, session);
  await signIn(page, member);
  await expectEntries(page, '4 entries left');

  await page.goto('/bookings');
  const booking = row(page, 'Upcoming', session.className);
  await booking.getByRole('button', { name: 'Cancel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  // Two hours before the start.
  await expect(dialog).toContainText(/Free until .*, 16:00\. Your entry comes back\./);
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(booking).toContainText('Booked');

  await booking.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(page.getByText('Nothing booked yet')).toBeVisible();
  await expectEntries(page, '5 entries left');
  await page.getByText('History').click();
  const history = page.getByRole('list', { name: 'History' }).getByRole('listitem');
  await expect(history).toContainText(['Returned', 'Booked', 'Added']);
});

test('a late cancellation gives up the entry, which has to be agreed to', { tag: '@phone' }, async ({
  page,
  studio,
}) => {
  const [member, session] = await Promise.all([studio.createMember('Nela'), studio.createSession({ capacity: 8 })]);
  await book(member, session);
  await studio.closeFreeCancellation(session);
  await signIn(page, member);

  await page.goto('/bookings');
  await row(page, 'Upcoming', session.className).getByRole('button', { name: 'Cancel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await expect(dialog).toContainText(
    /Free cancellation ended .*\. Your place goes to somebody else and the entry stays spent\./,
  );
  await dialog.getByRole('button', { name: 'Give up the entry and cancel' }).click();
  await expect(page.getByText('Nothing booked yet')).toBeVisible();
  await expectEntries(page, '4 entries left');
});

test('a late cancellation keeps the entry when somebody waits for the place', async ({ page, studio }) => {
  const [member, waiter, session] = await Promise.all([
    studio.createMember('Nela'),
    studio.createMember('Ana'),
    studio.createSession({ capacity: 1 }),
  ]);
  await book(member, session);
  await book(waiter, session);
  await studio.closeFreeCancellation(session);
  await signIn(page, member);

  await page.goto('/bookings');
  await row(page, 'Upcoming', session.className).getByRole('button', { name: 'Cancel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await expect(dialog).toContainText('somebody is waiting for your place: your entry comes back.');
  await dialog.getByRole('button', { name: 'Cancel booking' }).click();
  await expect(page.getByText('Nothing booked yet')).toBeVisible();
  await expectEntries(page, '5 entries left');
});

test('what has begun cannot be canceled, whatever the clock of the device says', { tag: '@phone' }, async ({
  page,
  studio,
}) => {
  const member = await studio.createMember('Nela');
  const begin = Temporal.Now.zonedDateTimeISO(ZONE).add({ seconds: 5 });
  const session = await studio.createSession({ capacity: 8, startsAt: begin });
  await book(member, session);
  await page.clock.setFixedTime(begin.subtract({ hours: 1 }).epochMilliseconds);
  await signIn(page, member);
  await page.goto('/bookings');
  await expect.poll(() => Temporal.Instant.compare(Temporal.Now.instant(), begin.toInstant())).toBe(1);
  await row(page, 'Upcoming', session.className).getByRole('button', { name: 'Cancel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cancel this booking?' });
  await expect(dialog).toContainText('The session has started.');
  await expect(dialog.getByRole('button', { name: 'Cancel booking' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});
