import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { row, signIn } from '../support/screens.ts';

test('an admin hands out a ticket, corrects it, suspends it and lets it go on', async ({ page, studio }) => {
  const [member, plan] = await Promise.all([studio.createMember('Nela', { entries: 0 }), studio.createPlan()]);
  await signIn(page, studio.admin);
  await page.goto(`/admin/members/${member.id}?tab=tickets`);

  await page.getByRole('button', { name: 'Assign a ticket' }).click();
  const assign = page.getByRole('dialog', { name: 'Assign a ticket' });
  await assign.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(assign).toContainText('Choose a plan');
  await expect(assign).toContainText('Say why');
  await assign.getByLabel('Plan', { exact: true }).selectOption({ label: plan.name });
  await assign.getByLabel('Reason').fill('Won a raffle');
  await expectNoBarriers(page, 'assigning a ticket');
  await assign.getByRole('button', { name: 'Assign', exact: true }).click();
  const ticket = row(page, 'Tickets', plan.name);
  await expect(ticket).toContainText('5 entries left');

  const open = async (action: string, title = action) => {
    await ticket.getByRole('button', { name: `Change ${plan.name}` }).click();
    await page.getByRole('menuitem', { name: action }).click();
    return page.getByRole('dialog', { name: title });
  };

  const adjust = await open('Adjust entries');
  await adjust.getByText('Take away', { exact: true }).click();
  await adjust.getByLabel('Entries').fill('2');
  await expect(adjust).toContainText('5 now, 3 afterwards');
  await adjust.getByLabel('Reason').fill('Booked twice by mistake');
  await adjust.getByRole('button', { name: 'Adjust', exact: true }).click();
  await expect(ticket).toContainText('3 entries left');

  const freeze = await open('Freeze', `Freeze ${plan.name}?`);
  await expect(freeze).toContainText('is added to the end of its validity');
  await freeze.getByLabel('Reason').fill('Broken leg');
  await freeze.getByRole('button', { name: 'Freeze' }).click();
  await expect(ticket.getByText('Frozen', { exact: true })).toBeVisible();

  const unfreeze = await open('Unfreeze', `Unfreeze ${plan.name}?`);
  await expect(unfreeze).toContainText(/It is then valid until .* instead of/);
  await unfreeze.getByLabel('Reason').fill('Well again');
  await unfreeze.getByRole('button', { name: 'Unfreeze' }).click();
  await expect(ticket.getByText('Frozen', { exact: true })).toBeHidden();

  await ticket.getByText('History').click();
  const lines = ticket.getByRole('list', { name: 'History' }).getByRole('listitem');
  await expect(lines).toContainText([
    /Unfrozen by .*Valid until .* instead of .*Well again/s,
    /Frozen by .*Broken leg/s,
    /Adjusted by .*Booked twice by mistake/s,
    /Added by .*Won a raffle/s,
  ]);
  await expectNoBarriers(page, "a member's tickets");

  await page.getByRole('button', { name: 'Sell at the desk' }).click();
  const sale = page.getByRole('dialog', { name: 'Sell at the desk' });
  await sale.getByLabel(plan.name).check();
  await sale.getByLabel('In cash').check();
  await expectNoBarriers(page, 'selling a ticket');
  await sale.getByRole('button', { name: 'Hand out the ticket' }).click();
  await expect(page.getByText(`${plan.name} was handed out.`)).toBeVisible();
  await expect(ticket).toHaveCount(2);
});
