import type { Studio } from '#lib/api/types.ts';

/** What the form of the lab holds, as texts. */
export interface LabValues {
  from: string;
  to: string;
  /** Before the start. */
  cutoffMinutes: string;
  listMinutes: string;
  /** More or fewer places, in parts of a hundred of what each session had. */
  capacityPercent: string;
}

export type LabPolicy = Pick<Studio['policy'], 'cancellationCutoffMinutes' | 'waitlistClosesMinutesBefore'>;

const MAX_MINUTES = 365 * 24 * 60;

/** The smallest and the largest number that each field takes: a year, as in the settings, and ten times the places. */
export const LIMITS = {
  cutoffMinutes: { min: 0, max: MAX_MINUTES },
  listMinutes: { min: 0, max: MAX_MINUTES },
  capacityPercent: { min: -90, max: 900 },
} as const;

/** The form as it opens: the present rules, over the days given. */
export function labValues(policy: LabPolicy, days: { from: string; to: string }): LabValues {
  return {
    ...days,
    cutoffMinutes: String(policy.cancellationCutoffMinutes),
    listMinutes: String(policy.waitlistClosesMinutesBefore),
    capacityPercent: '0',
  };
}

/** What to replay with, as the API takes it: only the rules that are not the present ones; null if all are. */
export function labRequest(values: LabValues, policy: LabPolicy) {
  const cutoff = Number(values.cutoffMinutes);
  const closes = Number(values.listMinutes);
  const percent = Number(values.capacityPercent);
  const changed = {
    ...(cutoff !== policy.cancellationCutoffMinutes && { cancellationCutoffMinutes: cutoff }),
    ...(closes !== policy.waitlistClosesMinutesBefore && { waitlistClosesMinutesBefore: closes }),
    ...(percent !== 0 && { capacityChange: { unit: 'percent' as const, amount: percent } }),
  };
  if (Object.keys(changed).length === 0) return null;
  return { from: values.from, to: values.to, policy: changed };
}

/** Whether the form says something else than what was replayed. */
export function isOther(replayed: LabRequest, values: LabValues, policy: LabPolicy): boolean {
  return JSON.stringify(labRequest(values, policy)) !== JSON.stringify(replayed);
}

export type LabRequest = NonNullable<ReturnType<typeof labRequest>>;
