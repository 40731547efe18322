import type { ClassLimitValues } from '#features/admin-plans/class-limit.tsx';
import { endOfDay, startOfDay } from './validity-days.ts';

/** What the form of a new ticket holds, as texts; days are days of the studio. */
export interface AssignmentValues extends ClassLimitValues {
  kind: 'plan' | 'own';
  planId: string;
  name: string;
  isUnlimited: boolean;
  entries: string;
  from: string;
  until: string;
  reason: string;
}

/** Fields of the form for fields of the API that have other names there. */
export const ASSIGNMENT_FIELDS = { validFrom: 'from', validUntil: 'until' };

/** A new ticket for the API: of a plan, or with terms of its own. */
export function assignmentOf(values: AssignmentValues, userId: string, timeZone: string) {
  const reason = values.reason.trim();
  if (values.kind === 'plan') return { userId, planId: values.planId, reason };
  const name = values.name.trim();
  return {
    userId,
    ...(name && { name }),
    entries: values.isUnlimited ? null : Number(values.entries),
    ...(values.isLimited && { classIds: values.classIds }),
    validFrom: startOfDay(values.from, timeZone),
    validUntil: endOfDay(values.until, timeZone),
    reason,
  };
}

export type Assignment = ReturnType<typeof assignmentOf>;
