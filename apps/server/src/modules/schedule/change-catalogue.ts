import { sql } from 'kysely';
import { type AuditActor, changedFields, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { found } from '#platform/http/app-error.ts';
import { refuseOtherVersion } from '#platform/http/version.ts';
import type { CatalogueChange, CatalogueKind, CatalogueValues, ManagedCatalogueItem } from './catalogue.ts';
import { type CatalogueRow, managedCatalogueItem } from './catalogue-read-model.ts';
import { refuseWhileNeeded } from './refuse-while-needed.ts';

/** Adds a class, location or instructor. The kind's schema has checked that the required values are there. */
export async function createCatalogueItem(
  tx: Tx,
  kind: CatalogueKind,
  actor: AuditActor,
  values: CatalogueValues,
): Promise<ManagedCatalogueItem> {
  const { id } = await tx.insertInto(kind.table).values(values).returning('id').executeTakeFirstOrThrow();
  await audit(tx, kind, actor, 'create', id, { after: { ...values } });
  return managedCatalogueItem(kind, await lockActive(tx, kind, id));
}

/**
 * Changes a class, location or instructor; with `isActive`, a deleted one is back in the catalogue.
 *
 * @throws AppError `not_found`, also for a deleted one that is not to come back; `version_conflict`; `still_in_use` for another time
 *   zone while a session that has not ended, or a series, needs the location: sessions would keep their moments, and their series would
 *   make others
 */
export async function updateCatalogueItem(
  tx: Tx,
  kind: CatalogueKind,
  actor: AuditActor,
  id: string,
  { version, ...change }: CatalogueChange,
): Promise<ManagedCatalogueItem> {
  const row = await (change.isActive ? lockRow(tx, kind, id) : lockActive(tx, kind, id));
  refuseOtherVersion(version, row.updatedAt);
  const now = { ...row, isActive: row.deletedAt === null };
  const changed = changedFields<CatalogueValues & { isActive: boolean }>(now, change);
  if (!changed) return managedCatalogueItem(kind, row);
  if (changed.after.timeZone !== undefined) await refuseWhileNeeded(tx, kind, id);
  const { isActive: isBack = false, ...values } = changed.after;
  const deletedAt = isBack ? null : row.deletedAt;
  const { updatedAt } = await tx
    .updateTable(kind.table)
    .set({ ...values, deletedAt, updatedAt: sql`now()` })
    .where('id', '=', id)
    .returning('updatedAt')
    .executeTakeFirstOrThrow();
  await audit(tx, kind, actor, isBack ? 'restore' : 'update', id, { ...changed });
  return managedCatalogueItem(kind, { ...row, ...values, deletedAt, updatedAt });
}

/**
 * Takes it out of the catalogue; sessions of the past keep it.
 *
 * @throws AppError `still_in_use` when a session that has not ended, or a series, needs it
 */
export async function deleteCatalogueItem(tx: Tx, kind: CatalogueKind, actor: AuditActor, id: string): Promise<void> {
  const row = await lockActive(tx, kind, id);
  await refuseWhileNeeded(tx, kind, id);
  await tx.updateTable(kind.table).set({ deletedAt: sql`now()`, updatedAt: sql`now()` }).where('id', '=', id).execute();
  await audit(tx, kind, actor, 'delete', id, { before: { name: row.name } });
}

async function lockActive(tx: Tx, kind: CatalogueKind, id: string): Promise<CatalogueRow> {
  const row = await lockRow(tx, kind, id);
  return found(row.deletedAt === null ? row : undefined, kind.entity);
}

async function lockRow(tx: Tx, kind: CatalogueKind, id: string): Promise<CatalogueRow> {
  const row = await tx.selectFrom(kind.table).selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return found(row, kind.entity);
}

async function audit(
  tx: Tx,
  { entity }: CatalogueKind,
  actor: AuditActor,
  verb: 'create' | 'update' | 'delete' | 'restore',
  entityId: string,
  fields: { before?: Record<string, unknown>; after?: Record<string, unknown> },
): Promise<void> {
  await recordAudit(tx, { actor, action: `${entity}.${verb}`, entity, entityId, ...fields });
}
