import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { saveCsv } from '../support/save-csv.ts';
import { signIn } from '../support/screens.ts';
import { buy } from '../support/stripe-page.ts';
import { book, type Studio } from '../support/studio.ts';
import { ZONE } from '../support/times.ts';

test('the figures say what happened, and the lab what would have', async ({ page, studio }) => {
  const { className } = await holdSession(studio);
  await signIn(page, studio.admin);
  await page.goto('/admin/analytics');
  await expect(page.getByRole('heading', { name: 'Analytics', level: 1 })).toBeVisible();
  await page.getByRole('group', { name: 'Which sessions' }).getByLabel('Class').selectOption(className);
  await expect(page).toHaveURL(/classId=/);

  // The filter stands in the address, and the session counts as held as soon as it has begun.
  const fill = page.getByRole('region', { name: 'How full sessions are' });
  await expect(async () => {
    await page.reload();
    await expect(fill).toContainText('50% of 2 places in 1 session were taken.');
  }).toPass();
  const popular = page.getByRole('region', { name: 'Most popular classes' });
  await expect(popular).toContainText(`${className} is booked most: 1 place, 100% of all.`);
  await popular.getByRole('button', { name: 'Show as table' }).click();
  await expect(popular.getByRole('row', { name: className })).toHaveText(`${className}11100%50%`);
  const counts = { sessions: '1', bookings: '1', share: '1', capacity: '2', fill_rate: '0.5' };
  expect(await saveCsv(page, popular)).toMatchObject([{ class: className, ...counts }]);
  await expectNoBarriers(page, 'analytics');

  await page.getByRole('link', { name: 'Policy lab' }).click();
  await expect(page.getByRole('heading', { name: 'Policy lab', level: 1 })).toBeVisible();
  const replay = page.getByRole('button', { name: 'Replay' });
  await replay.click();
  await expect(page.getByText('Change at least one rule: these are the present ones.')).toBeVisible();
  await page.getByLabel('Places per session').fill('100');
  await expect(page.getByText('Every session has 100% more places.')).toBeVisible();
  await replay.click();
  await expect(page.getByRole('heading', { name: 'What would have been' })).toBeVisible();
  await expect(page.getByText('Places per session: +100%')).toBeVisible();
  // Whatever else was held: twice the places are twice the places.
  await expect(page.getByRole('row', { name: /^Places [\d,]+/ })).toContainText('(+100%)');
  await expectNoBarriers(page, 'policy lab');
});

test('a purchase, what is sold at the desk and a new account are in the figures', async ({ page, studio }) => {
  await signIn(page, studio.admin);
  const today = Temporal.Now.plainDateISO(ZONE).toString();
  const money = page.getByRole('region', { name: 'Revenue', exact: true });
  const accounts = page.getByRole('region', { name: 'New accounts' });
  const numbers = async () => {
    await page.goto(`/admin/analytics?from=${today}&to=${today}`);
    const [day] = await saveCsv(page, money);
    const [people] = await saveCsv(page, accounts);
    return { came: Number(day?.gross_minor), desk: Number(day?.desk_minor), registered: Number(people?.registrations) };
  };
  const [first, plan] = await Promise.all([studio.createMember('Ana', { entries: 0 }), studio.createPlan()]);
  // Of a day without any money there is nothing to save.
  await buy(first, plan);
  const before = await numbers();

  // Other tests buy and sign up meanwhile, so there may be more.
  const buyer = await studio.createMember('Nela', { entries: 0 });
  await buy(buyer, plan);
  await studio.sellAtDesk(buyer, plan);
  const after = await numbers();
  expect(after.came - before.came).toBeGreaterThanOrEqual(6_500);
  expect(after.desk - before.desk).toBeGreaterThanOrEqual(6_500);
  expect(after.registered - before.registered).toBeGreaterThanOrEqual(1);
});

/** A session with two places, one of them booked, that begins in a moment: none can be made in the past. */
async function holdSession(studio: Studio) {
  const member = await studio.createMember('Nina');
  const startsAt = Temporal.Now.zonedDateTimeISO(ZONE).add({ seconds: 6 });
  const session = await studio.createSession({ capacity: 2, startsAt });
  await book(member, session);
  return session;
}
