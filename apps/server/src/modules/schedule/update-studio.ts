import { sql } from 'kysely';
import { type AuditActor, changedFields, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { AppError, invalidField } from '#platform/http/app-error.ts';
import { refuseOtherVersion } from '#platform/http/version.ts';
import { type Studio, type StudioRow, type StudioSettings, studioSettingsView } from './studio.ts';

export type StudioChange = Partial<Omit<Studio, 'policy'>> & { policy?: Partial<Studio['policy']>; version?: string };

/**
 * Changes settings and policy; what is absent stays. New policy counts from now on for all sessions, also existing ones.
 *
 * @throws AppError `validation_failed` when the default locale would not be one of the locales; `version_conflict`; `still_in_use`
 * with `plans` when something is for sale in another currency
 */
export async function updateStudio(
  tx: Tx,
  actor: AuditActor,
  { policy, version, ...rest }: StudioChange,
): Promise<StudioSettings> {
  const row = await tx.selectFrom('studio').selectAll().forUpdate().executeTakeFirstOrThrow();
  refuseOtherVersion(version, row.updatedAt);
  const changed = changedFields<StudioRow>(row, { ...rest, ...policy });
  if (!changed) return studioSettingsView(row);
  const next = { ...row, ...changed.after };
  if (!next.locales.includes(next.defaultLocale)) {
    throw invalidField('defaultLocale', `must be one of the locales ${next.locales.join(', ')}`);
  }
  if (changed.after.currency) await refuseSoldInOther(tx, changed.after.currency);
  const saved = await tx
    .updateTable('studio')
    .set({ ...changed.after, updatedAt: sql`now()` })
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordAudit(tx, { actor, action: 'studio.update', entity: 'studio', entityId: 'studio', ...changed });
  return studioSettingsView(saved);
}

/** A studio sells in one currency, in which its revenue is counted; what was sold keeps the one it was sold in. */
async function refuseSoldInOther(tx: Tx, currency: string): Promise<void> {
  const plans = await tx
    .selectFrom('ticketPlans')
    .select(['name', 'currency'])
    .where('archivedAt', 'is', null)
    .where('currency', '<>', currency)
    .orderBy('position')
    .orderBy('id')
    .execute();
  if (plans.length === 0) return;
  const detail = `For sale in another currency: ${plans.map((plan) => `${plan.name} (${plan.currency})`).join(', ')}`;
  throw new AppError('still_in_use', { detail, extra: { plans } });
}
