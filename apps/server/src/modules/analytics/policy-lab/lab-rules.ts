import type { StudioPolicy } from '#modules/schedule/index.ts';

/** What shall be different. */
export interface RuleChange {
  cancellationCutoffMinutes?: number | undefined;
  waitlistClosesMinutesBefore?: number | undefined;
  capacityChange?: CapacityChange | undefined;
}

export interface CapacityChange {
  unit: 'percent' | 'places';
  amount: number;
  /** Only sessions of these classes; of all when absent. */
  classIds?: readonly string[] | undefined;
}

/** The studio's policy with the change. Classes and sessions with a cutoff of their own keep it, as they would. */
export function changePolicy(policy: StudioPolicy, change: RuleChange): StudioPolicy {
  return {
    ...policy,
    cancellationCutoffMinutes: change.cancellationCutoffMinutes ?? policy.cancellationCutoffMinutes,
    waitlistClosesMinutesBefore: change.waitlistClosesMinutesBefore ?? policy.waitlistClosesMinutesBefore,
  };
}

/** The capacity a session would have had; at least one place. */
export function changeCapacity(capacity: number, classId: string, change: CapacityChange | undefined): number {
  if (!change || (change.classIds && !change.classIds.includes(classId))) return capacity;
  const changed =
    change.unit === 'places' ? capacity + change.amount : Math.round(capacity * (1 + change.amount / 100));
  return Math.max(1, changed);
}
