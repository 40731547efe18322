import { unwrap } from '@openmat/api-client';
import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { unique } from '../support/people.ts';
import { signIn } from '../support/screens.ts';

const members = (page: Page) => page.getByRole('table', { name: 'Members' });

test('a member is found by part of the name and by the ticket, and once blocked books nothing', async ({
  page,
  studio,
}) => {
  test.setTimeout(60_000);
  const name = unique('Brigita');
  const [session, member] = await Promise.all([studio.createSession({ capacity: 3 }), studio.createMember(name)]);
  await signIn(page, studio.admin);

  await page.goto('/admin/members');
  await page.getByLabel('Name or e-mail').fill(name.slice(3).toUpperCase());
  await expect(members(page).getByRole('link', { name })).toBeVisible();
  await page.getByLabel('Ticket', { exact: true }).selectOption('Has a ticket');
  await expect(page).toHaveURL(/ticketStatus=active/);
  await expect(members(page).getByRole('row').filter({ hasText: name })).toContainText('5 entries left');
  await expectNoBarriers(page, 'members');
  await page.getByLabel('Ticket', { exact: true }).selectOption('Ticket ended');
  await expect(page.getByText('Nobody fits.')).toBeVisible();
  await page.getByLabel('Ticket', { exact: true }).selectOption('All');

  await members(page).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expectNoBarriers(page, 'one member');
  await page.getByRole('button', { name: 'Block' }).click();
  const question = page.getByRole('alertdialog', { name: `Block ${name}?` });
  await question.getByLabel('Reason').fill('Unpaid');
  await question.getByRole('button', { name: 'Block', exact: true }).click();
  await expect(page.getByText('This account is blocked: Unpaid')).toBeVisible();
  await expect(unwrap(member.api.POST('/api/v1/bookings', { body: { sessionId: session.id } }))).rejects.toMatchObject({
    code: 'account_blocked',
  });

  await page.getByRole('link', { name: 'What was done' }).click();
  await expect(page.getByText('Unpaid').last()).toBeVisible();
  await expectNoBarriers(page, 'what was done to a member');
  await page.getByRole('button', { name: 'Unblock' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Unblock' }).click();
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Block', exact: true })).toBeVisible();
  await unwrap(member.api.POST('/api/v1/bookings', { body: { sessionId: session.id } }));
});

test('members are imported from a file, once every line of it is right', async ({ page, studio }) => {
  test.setTimeout(60_000);
  const { name: plan } = await studio.createPlan();
  const [eva, nika] = [unique('Eva'), unique('Nika')];
  const address = (name: string) => `${name.toLowerCase().replace(' ', '.')}@example.org`;
  const file = (...lines: string[]) => ({
    name: 'members.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Name;E-mail;Plan;Valid until', ...lines].join('\n')),
  });
  const good = `${eva};${address(eva)};${plan};31.12.2099`;
  await signIn(page, studio.admin);

  await page.goto('/admin/members');
  await page.getByRole('link', { name: 'Import' }).click();
  await expect(page.getByRole('heading', { name: 'Import members' })).toBeVisible();
  await page.getByLabel('CSV file').setInputFiles(file(good, `${nika};nobody;Eleven;31.2.2099`));
  await expect(page.getByLabel('Last day')).toHaveValue('Valid until');
  await expectNoBarriers(page, 'columns of an import');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('heading', { name: 'Not yet: there are errors' })).toBeVisible();
  const wrong = page.getByRole('table', { name: 'Lines of the file' }).getByRole('row').nth(1);
  await expect(wrong).toContainText('E-mail: is not an e-mail address');
  await expect(wrong).toContainText('Plan: is not the name of a plan');
  await expect(wrong).toContainText('Valid until: is not a day');
  await expect(page.getByRole('button', { name: /^Import / })).toHaveCount(0);
  await expectNoBarriers(page, 'errors of an import');

  await page.getByRole('button', { name: 'Another file' }).click();
  await page.getByLabel('CSV file').setInputFiles(file(good, `${nika};${address(nika)};;`));
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('2 new accounts')).toBeVisible();
  await page.getByRole('button', { name: 'Import 2 lines' }).click();
  await expect(page.getByText('2 new accounts, 1 ticket.')).toBeVisible();

  await page.getByRole('link', { name: 'To the members' }).click();
  await page.getByLabel('Name or e-mail').fill(eva);
  const imported = members(page).getByRole('row').filter({ hasText: eva });
  await expect(imported).toContainText(plan);
  await expect(imported).toContainText(/5 entries left · until (31 Dec|Dec 31,) 2099/);
});
