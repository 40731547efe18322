import { type ApiClient, unwrap } from '@openmat/api-client';
import type { Page } from '@playwright/test';
import { expectNoBarriers } from '../support/expect-no-barriers.ts';
import { expect, test } from '../support/fixtures.ts';
import { logIn, newPerson, type Person, register, unique } from '../support/people.ts';
import { bookingPanel, signIn } from '../support/screens.ts';
import { inDays } from '../support/times.ts';

const settingsOf = async (admin: ApiClient) => unwrap(admin.GET('/api/v1/admin/studio'));

test('a rule counts for members at once, and the audit log knows who changed it', async ({ page, studio, openFor }) => {
  const admin = await logIn(studio.admin);
  const { policy } = await settingsOf(admin);
  // Longer than any other test looks ahead: the rule is everybody's.
  const [member, session] = await Promise.all([
    studio.createMember('Nela'),
    studio.createSession({ capacity: 8, startsAt: inDays(policy.bookingOpensDaysBefore + 60) }),
  ]);
  const theirs = await openFor(member);
  await theirs.goto(`/sessions/${session.id}`);
  await expect(bookingPanel(theirs)).toContainText('Opens');

  try {
    await signIn(page, studio.admin);
    await page.goto('/admin/settings?tab=policy');
    const rule = page.getByLabel('Booking opens this many days before a session');
    await rule.fill('0');
    await expect(rule).toHaveAccessibleDescription(/^A session on (.+, 18:00) can be booked from \1\.$/);
    await rule.fill('ninety');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(rule).toHaveAccessibleDescription('A whole number from 0 to 365');
    await rule.fill(String(policy.bookingOpensDaysBefore + 62));
    await expectNoBarriers(page, 'rules');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();

    await theirs.reload();
    await expect(bookingPanel(theirs).getByRole('button', { name: 'Book' })).toBeVisible();

    await page.goto('/admin/audit?entity=studio');
    const entry = page
      .getByRole('listitem')
      .filter({ hasText: `${studio.admin.name} changed the settings of the studio` });
    await entry.first().getByText('What changed').click();
    await expect(entry.first()).toContainText(
      `Booking opens, days beforeBefore: ${policy.bookingOpensDaysBefore} → After: ${policy.bookingOpensDaysBefore + 62}`,
    );
    await expectNoBarriers(page, 'audit log');
  } finally {
    await unwrap(admin.PATCH('/api/v1/admin/studio', { body: { policy } }));
  }
});

test('two admins who change the same class do not undo each other', async ({ page, studio }) => {
  const [{ classId, className }, admin] = await Promise.all([
    studio.createCatalogue(unique('Abdomen')),
    logIn(studio.admin),
  ]);
  await signIn(page, studio.admin);
  await page.goto('/admin/settings?tab=classes');
  await page.getByRole('button', { name: `Edit ${className}` }).click();
  const sheet = page.getByRole('dialog', { name: `Edit ${className}` });
  await sheet.getByLabel('Description').fill('Slow and deep');

  const body = { cancellationCutoffMinutes: 45 };
  await unwrap(admin.PATCH('/api/v1/admin/classes/{id}', { params: { path: { id: classId } }, body }));
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toContainText('Somebody else has changed this meanwhile');
  await sheet.getByRole('button', { name: 'Load the present state' }).click();
  await expect(sheet.getByLabel('Free cancellation ends')).toHaveValue('45');
  await expect(sheet.getByLabel('Description')).toHaveValue('Slow and deep');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: className })).toContainText('Slow and deep');
});

test('what somebody else retires under the hands of an admin keeps what was typed, and comes back', async ({
  page,
  studio,
}) => {
  const [{ classId, className }, admin] = await Promise.all([
    studio.createCatalogue(unique('Abdomen')),
    logIn(studio.admin),
  ]);
  await signIn(page, studio.admin);
  await page.goto('/admin/settings?tab=classes');
  await page.getByRole('button', { name: `Edit ${className}` }).click();
  const sheet = page.getByRole('dialog', { name: `Edit ${className}` });
  await sheet.getByLabel('Description').fill('Slow and deep');
  await admin.DELETE('/api/v1/admin/classes/{id}', { params: { path: { id: classId } } });
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toContainText('Somebody else has retired this meanwhile');
  await expect(sheet.getByLabel('Description')).toHaveValue('Slow and deep');
  await expectNoBarriers(page, 'retired meanwhile');
  await sheet.getByRole('button', { name: `Restore ${className}` }).click();
  await expect(sheet.getByRole('button', { name: 'Retire' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: className })).toContainText('Slow and deep');

  await page.getByRole('button', { name: `Edit ${className}` }).click();
  await sheet.getByRole('button', { name: 'Retire' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Retire' }).click();
  await expect(page.getByRole('button', { name: `Edit ${className}` })).toBeHidden();
  await page
    .getByRole('list', { name: 'Retired' })
    .getByRole('button', { name: `Restore ${className}` })
    .click();
  await expect(page.getByRole('button', { name: `Edit ${className}` })).toBeVisible();
  await expect(page.getByRole('button', { name: `Restore ${className}` })).toBeHidden();
});

test('members and staff reach none of it', async ({ page, studio, openFor }) => {
  const admin = await logIn(studio.admin);
  const [member, staff] = await Promise.all([register(newPerson('Nela')), register(newPerson('Tine'))]);
  const params = { path: { id: staff.id } };
  await unwrap(admin.PATCH('/api/v1/admin/users/{id}', { params, body: { role: 'staff', reason: 'For a test' } }));
  await expectShutOut(await openFor(member), member);
  await signIn(page, staff);
  await expectShutOut(page, staff);
});

/** Every screen but the front desk's. */
const ADMIN_AREAS = [
  ...[
    'sessions',
    'sessions/new',
    'sessions/series',
    'members',
    'members/import',
    'bookings',
    'plans',
    'plans/new',
    'payments',
  ],
  ...['analytics', 'analytics/policy-lab', 'audit', 'messages', 'jobs', 'webhooks', 'settings'],
];

async function expectShutOut(page: Page, person: Person): Promise<void> {
  for (const area of ADMIN_AREAS) {
    await page.goto(`/admin/${area}`);
    await expect(page.getByRole('heading', { name: 'Only for those who run the studio' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Audit log' })).toHaveCount(0);
  }
  const api = await logIn(person);
  const answers = await Promise.all([
    api.GET('/api/v1/admin/studio'),
    api.PATCH('/api/v1/admin/studio', { body: { name: 'Mine' } }),
    api.GET('/api/v1/admin/bookings'),
    api.GET('/api/v1/admin/audit'),
    api.GET('/api/v1/admin/users', {}),
    api.GET('/api/v1/admin/payments', {}),
    api.GET('/api/v1/admin/sessions', {}),
    api.GET('/api/v1/admin/analytics/kpis', {}),
    api.POST('/api/v1/admin/analytics/policy-lab', { body: { policy: { cancellationCutoffMinutes: 0 } } }),
    api.GET('/api/v1/admin/webhooks', {}),
    api.GET('/api/v1/admin/jobs'),
    api.POST('/api/v1/admin/closed-days/range', { body: { from: '2030-01-01', to: '2030-01-02' } }),
    api.POST('/api/v1/admin/classes', { body: { name: 'Mine' } }),
  ]);
  expect(answers.map(({ response }) => response.status)).toEqual(answers.map(() => 403));
}
