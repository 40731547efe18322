import { sql, type Updateable } from 'kysely';
import { type AuditAction, type AuditActor, changedFields, recordAudit } from '#modules/audit/index.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import { found, invalidField } from '#platform/http/app-error.ts';
import { refuseOtherVersion } from '#platform/http/version.ts';
import { lockShop, placePlan } from './place-plan.ts';
import { type NewTicketPlan, type TicketPlanPatch, type TicketPlanRow, ticketPlanView } from './ticket-plan-view.ts';

/** What is for sale, in the order of the shop. */
export function listPlansForSale(db: Database): Promise<TicketPlanRow[]> {
  return db
    .selectFrom('ticketPlans')
    .selectAll()
    .where('archivedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** All plans, the archived ones last. */
export function listAllPlans(db: Database): Promise<TicketPlanRow[]> {
  return db
    .selectFrom('ticketPlans')
    .selectAll()
    .orderBy(sql`archived_at is not null`)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Puts a plan into the shop, at its end unless it names a place; its currency is the studio's unless it names one. */
export async function createPlan(tx: Tx, plan: NewTicketPlan, actor: AuditActor): Promise<TicketPlanRow> {
  const currency = plan.currency ?? (await studioCurrency(tx));
  const columns = { ...toColumns(plan), name: plan.name, priceMinor: plan.price, validityDays: plan.validityDays };
  await refuseUnknownClasses(tx, plan.classIds);
  const inserted = await tx
    .insertInto('ticketPlans')
    .values({ ...columns, currency })
    .returningAll()
    .executeTakeFirstOrThrow();
  const created = { ...inserted, position: await placePlan(tx, inserted.id, plan.position) };
  const { id: entityId, ...after } = ticketPlanView(created);
  await recordAudit(tx, { actor, action: 'ticket_plan.create', entity: 'ticket_plan', entityId, after });
  return created;
}

/**
 * Changes what will be sold from now on; tickets and checkouts under way keep what they were sold as. A plan that comes out of the
 * archive stands at the end of the shop. What is as wanted already stays as it is, its version too.
 *
 * @throws AppError `not_found`, `version_conflict`; `validation_failed` for an unknown class
 */
export async function changePlan(
  tx: Tx,
  planId: string,
  patch: TicketPlanPatch,
  actor: AuditActor,
): Promise<TicketPlanRow> {
  const { position, isActive } = patch;
  if (position !== undefined || isActive) await lockShop(tx);
  const before = await lockPlan(tx, planId);
  refuseOtherVersion(patch.version, before.updatedAt);
  await refuseUnknownClasses(tx, patch.classIds);
  const archivedAt = isActive === undefined ? {} : { archivedAt: isActive ? null : (before.archivedAt ?? before.now) };
  const isBack = before.archivedAt !== null && isActive;
  const place = position !== undefined || isBack ? await placePlan(tx, planId, position) : before.position;
  const changed = changedFields<Partial<TicketPlanRow>>(before, {
    ...toColumns(patch),
    ...archivedAt,
    position: place,
  });
  if (!changed) return before;
  const after = await updatePlan(tx, planId, changed.after);
  await auditChange(tx, 'ticket_plan.change', before, after, actor);
  return after;
}

/** Takes a plan off the shop; what was sold stays valid. Archiving it again changes nothing. */
export async function archivePlan(tx: Tx, planId: string, actor: AuditActor): Promise<void> {
  const before = await lockPlan(tx, planId);
  if (before.archivedAt) return;
  const after = await updatePlan(tx, planId, { archivedAt: before.now });
  await auditChange(tx, 'ticket_plan.archive', before, after, actor);
}

async function lockPlan(tx: Tx, planId: string): Promise<TicketPlanRow & { now: Temporal.Instant }> {
  const plan = await tx
    .selectFrom('ticketPlans')
    .selectAll()
    .select(sql<Temporal.Instant>`now()`.as('now'))
    .where('id', '=', planId)
    .forUpdate()
    .executeTakeFirst();
  return found(plan, 'ticket plan');
}

function updatePlan(tx: Tx, planId: string, values: Updateable<DB['ticketPlans']>): Promise<TicketPlanRow> {
  return tx
    .updateTable('ticketPlans')
    .set({ ...values, updatedAt: sql`now()` })
    .where('id', '=', planId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function toColumns({
  price,
  classIds,
  position: _,
  isActive: __,
  version: ___,
  ...same
}: TicketPlanPatch): Partial<TicketPlanRow> {
  return {
    ...same,
    ...(price !== undefined && { priceMinor: price }),
    ...(classIds !== undefined && { classTypeIds: classIds }),
  };
}

async function studioCurrency(tx: Tx): Promise<string> {
  return (await tx.selectFrom('studio').select('currency').executeTakeFirstOrThrow()).currency;
}

async function refuseUnknownClasses(tx: Tx, classIds: string[] | null | undefined): Promise<void> {
  if (!classIds) return;
  const known = await tx.selectFrom('classTypes').select('id').where('id', 'in', classIds).execute();
  if (known.length < classIds.length) throw invalidField('classIds', 'names a class that does not exist');
}

async function auditChange(
  tx: Tx,
  action: AuditAction,
  beforeRow: TicketPlanRow,
  afterRow: TicketPlanRow,
  actor: AuditActor,
): Promise<void> {
  const [was, is] = [ticketPlanView(beforeRow), ticketPlanView(afterRow)];
  const changed = changedFields(was, is);
  if (!changed) return;
  const { before, after } = changed;
  if (after.price !== undefined) {
    // An amount says little without its currency.
    before.currency = was.currency;
    after.currency = is.currency;
  }
  await recordAudit(tx, { actor, action, entity: 'ticket_plan', entityId: afterRow.id, before, after });
}
