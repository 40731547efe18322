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

/**
 * Whether other rules can come to another result: only where a limit moved, and somebody did something once the earlier one of its
 * places was near. As long before as a grace lasts, because that depends on the cutoff, too.
 *
 * @param lastActAt the last thing that was done; null when nobody did anything
 */
export function mayMatter(
  startsAt: Temporal.Instant,
  lastActAt: Temporal.Instant | null,
  before: StudioPolicy,
  after: StudioPolicy,
): boolean {
  if (!lastActAt) return false;
  const limits = (['cancellationCutoffMinutes', 'waitlistClosesMinutesBefore'] as const)
    .filter((limit) => before[limit] !== after[limit])
    .map((limit) => Math.max(before[limit], after[limit]) + before.promotionGraceMinutes);
  const minutes = Math.max(...limits, Number.NEGATIVE_INFINITY);
  return lastActAt.epochMilliseconds >= startsAt.epochMilliseconds - minutes * 60_000;
}
