import type { AdminTicketPlan } from '#lib/api/types.ts';
import { toMajor, toMinor } from '#lib/format/minor-units.ts';
import type { ClassLimitValues } from './class-limit.tsx';

/** What the form of a plan holds: mostly texts, as they are typed. */
export interface PlanValues extends ClassLimitValues {
  name: string;
  description: string;
  price: string;
  isUnlimited: boolean;
  entries: string;
  validityDays: string;
  starts: AdminTicketPlan['starts'];
}

export type PlanTerms = Pick<
  AdminTicketPlan,
  'name' | 'description' | 'price' | 'entries' | 'validityDays' | 'starts' | 'classIds'
>;

export const newPlanValues: PlanValues = {
  name: '',
  description: '',
  price: '',
  isUnlimited: false,
  entries: '10',
  validityDays: '90',
  starts: 'purchase',
  isLimited: false,
  classIds: [],
};

/** A plan as the form shows it. */
export function planValues(plan: AdminTicketPlan): PlanValues {
  const { name, description, price, currency, entries, validityDays, starts, classIds } = plan;
  return {
    name,
    description,
    price: toMajor(price, currency),
    isUnlimited: entries === null,
    entries: entries === null ? '' : String(entries),
    validityDays: String(validityDays),
    starts,
    isLimited: classIds !== null,
    classIds: classIds ?? [],
  };
}

/** The plan that the form describes; a form that is not filled in yet gives the nearest thing to it. */
export function planTerms(values: PlanValues, currency: string): PlanTerms {
  return {
    name: values.name.trim(),
    description: values.description.trim(),
    price: toMinor(values.price, currency) ?? 0,
    entries: values.isUnlimited ? null : Number(values.entries) || 1,
    validityDays: Number(values.validityDays) || 1,
    starts: values.starts,
    classIds: values.isLimited && values.classIds.length > 0 ? values.classIds : null,
  };
}

/** What the API has to change to get from a plan to the values of the form; empty when nothing. */
export function planPatch(plan: AdminTicketPlan, values: PlanValues): Partial<PlanTerms> {
  const entries = Object.entries(planTerms(values, plan.currency));
  return Object.fromEntries(
    entries.filter(([name, value]) => normalized(value) !== normalized(plan[name as keyof PlanTerms])),
  );
}

/** Classes are a set: their order says nothing. */
function normalized(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
}
