import { sql } from 'kysely';
import { type AuditActor, changedFields, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { invalidField } from '#platform/http/app-error.ts';
import { type Studio, type StudioRow, studioView } from './studio.ts';

export type StudioChange = Partial<Omit<Studio, 'policy'>> & { policy?: Partial<Studio['policy']> };

/**
 * Changes settings and policy; what is absent stays. New policy counts from now on for all sessions, also existing ones.
 *
 * @throws AppError `validation_failed` when the default locale would not be one of the locales
 */
export async function updateStudio(tx: Tx, actor: AuditActor, { policy, ...rest }: StudioChange): Promise<Studio> {
  const row = await tx.selectFrom('studio').selectAll().forUpdate().executeTakeFirstOrThrow();
  const changed = changedFields<StudioRow>(row, { ...rest, ...policy });
  if (!changed) return studioView(row);
  const next = { ...row, ...changed.after };
  if (!next.locales.includes(next.defaultLocale)) {
    throw invalidField('defaultLocale', `must be one of the locales ${next.locales.join(', ')}`);
  }
  await tx
    .updateTable('studio')
    .set({ ...changed.after, updatedAt: sql`now()` })
    .execute();
  await recordAudit(tx, { actor, action: 'studio.update', entity: 'studio', entityId: 'studio', ...changed });
  return studioView(next);
}
