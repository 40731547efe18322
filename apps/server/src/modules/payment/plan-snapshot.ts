import { type Static, Type } from 'typebox';
import Schema from 'typebox/value';
import { Id, Nullable, OneOf } from '#platform/http/schemas.ts';

/** The plan as it was offered at checkout. Price and currency have columns of their own. */
export const PlanSnapshot = Type.Object({
  name: Type.String(),
  description: Type.String(),
  entries: Nullable(Type.Integer()),
  validityDays: Type.Integer(),
  starts: OneOf(['purchase', 'first_booking']),
  classTypeIds: Nullable(Type.Array(Id)),
});
export type PlanSnapshot = Static<typeof PlanSnapshot>;

/** The snapshot of a payment row. */
export function planSnapshotOf(payment: { planSnapshot: unknown }): PlanSnapshot {
  return Schema.Parse(PlanSnapshot, payment.planSnapshot);
}

/** What of a plan's row goes into a payment. */
export function snapshotOfPlan(plan: PlanSnapshot): PlanSnapshot {
  const { name, description, entries, validityDays, starts, classTypeIds } = plan;
  return { name, description, entries, validityDays, starts, classTypeIds };
}
