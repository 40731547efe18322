import type { Studio } from '#lib/api/types.ts';

/** What the form of the lab holds, as texts. */
export interface LabValues {
  from: string;
  to: string;
  /** Before the start; parts of an hour are allowed. */
  cutoffHours: string;
  listMinutes: string;
  /** More or fewer places, in parts of a hundred of what each session had. */
  capacityPercent: string;
}

export type LabPolicy = Pick<Studio['policy'], 'cancellationCutoffMinutes' | 'waitlistClosesMinutesBefore'>;

/** The smallest and the largest number that each field takes: two weeks, as everywhere, and ten times the places. */
export const LIMITS = {
  cutoffHours: { min: 0, max: 336 },
  listMinutes: { min: 0, max: 20_160 },
  capacityPercent: { min: -90, max: 900 },
} as const;

/** The form as it opens: the present rules, over the days given. */
export function labValues(policy: LabPolicy, days: { from: string; to: string }): LabValues {
  return {
    ...days,
    cutoffHours: String(policy.cancellationCutoffMinutes / 60),
    listMinutes: String(policy.waitlistClosesMinutesBefore),
    capacityPercent: '0',
  };
}

/** What to replay with, as the API takes it: only the rules that are not the present ones; null if all are. */
export function labRequest(values: LabValues, policy: LabPolicy) {
  const cutoff = Math.round(Number(values.cutoffHours) * 60);
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

export type LabRequest = NonNullable<ReturnType<typeof labRequest>>;
