import { randomUUID } from 'node:crypto';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { signIn } from '../support/screens.ts';

test('an admin sets up a webhook, tries it out, changes it and ends it', { tag: '@phone' }, async ({
  page,
  studio,
}) => {
  // Such a name leads nowhere, wherever the tests run.
  const host = `${randomUUID().slice(0, 8)}.invalid`;
  await signIn(page, studio.admin);
  await page.goto('/admin/webhooks');
  await expect(page.getByRole('heading', { name: 'Webhooks', level: 1 })).toBeVisible();
  await expectNoBarriers(page, 'the webhooks');
  await page.getByRole('link', { name: 'New webhook' }).first().click();

  const address = page.getByLabel('Address');
  const description = page.getByLabel('Description');
  const add = page.getByRole('button', { name: 'Add the webhook' });
  await add.click();
  await expect(address).toHaveAccessibleDescription(/Say where to send to/);
  await address.fill('https://127.0.0.1/hooks');
  await description.fill('Accounting');
  await page.getByLabel('A member buys a ticket').check();
  await add.click();
  await expect(address).toHaveAccessibleDescription(/private network/);
  await expect(address).toBeFocused();
  await expect(description).toHaveValue('Accounting');
  await expect(page.getByLabel('A member buys a ticket')).toBeChecked();
  await expectNoBarriers(page, 'an address that is refused');
  await address.fill(`http://${host}/hooks`);
  await add.click();
  await expect(address).toHaveAccessibleDescription(/must start with https/);
  await address.fill(`https://${host}/hooks`);
  await add.click();

  const secret = page.getByRole('textbox', { name: 'Secret' });
  await expect(secret).toHaveValue(/^whsec_/);
  await expect(secret).toHaveAccessibleDescription(/not shown again/);
  const first = await secret.inputValue();
  await expectNoBarriers(page, 'the secret of a webhook');
  await page.getByRole('link', { name: 'To the webhook' }).click();
  await expect(page.getByRole('heading', { name: host })).toBeVisible();
  await expect(secret).toBeHidden();

  await page.getByRole('button', { name: 'Send a test event' }).click();
  const deliveries = page.getByRole('table', { name: 'Deliveries' });
  const sent = deliveries.getByRole('row').filter({ hasText: 'webhook.test' });
  await expect(sent).toContainText(host, { timeout: 30_000 });
  await expect(sent).toContainText('Pending');
  await expectNoBarriers(page, 'a webhook');
  await sent.getByRole('button', { name: 'Test' }).click();
  const detail = page.getByRole('dialog', { name: 'Test', exact: true });
  await expect(detail).toContainText(/Last error.*invalid/s);
  await expect(detail).toContainText('"webhookId"');
  await expect(detail.getByRole('button', { name: 'Send again' })).toBeHidden();
  await expectNoBarriers(page, 'a delivery');
  await detail.getByRole('button', { name: 'Close' }).click();

  await page.getByLabel('Status').selectOption('Delivered');
  await expect(page.getByText('No deliveries here')).toBeVisible();
  await expect(page).toHaveURL(/status=delivered/);

  await page.getByRole('button', { name: 'Replace the secret' }).click();
  const question = page.getByRole('alertdialog', { name: 'Replace the secret?' });
  await expect(question).toContainText('24 hours');
  await question.getByRole('button', { name: 'Replace the secret' }).click();
  await expect(secret).toHaveValue(/^whsec_/);
  await expect(secret).not.toHaveValue(first);

  await description.fill('Books');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  await page.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByText('Switched off by an admin')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send a test event' })).toBeDisabled();
  await expectNoBarriers(page, 'a webhook that is switched off');

  await page.getByRole('button', { name: 'Delete the webhook' }).click();
  const end = page.getByRole('alertdialog', { name: `Delete the webhook to ${host}?` });
  await end.getByRole('button', { name: 'Delete the webhook' }).click();
  await expect(page).toHaveURL('/admin/webhooks');
  await expect(page.getByRole('heading', { name: 'Webhooks', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: `https://${host}/hooks` })).toBeHidden();
});
