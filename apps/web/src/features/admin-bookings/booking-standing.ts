import type { Tone } from '#components/ui/badge.tsx';
import type { OverviewBooking } from '#lib/api/types.ts';

export type Standing = 'active' | 'waiting' | 'checkedIn' | 'noShow' | 'canceled' | 'late';

/** How a booking stands, the most telling word about it. */
export function standingOf({
  state,
  canceledReason,
  checkedInAt,
  noShowAt,
}: Pick<OverviewBooking, 'state' | 'canceledReason' | 'checkedInAt' | 'noShowAt'>): Standing {
  if (state === 'canceled') return canceledReason === 'late' ? 'late' : 'canceled';
  if (state === 'waiting') return 'waiting';
  if (checkedInAt) return 'checkedIn';
  return noShowAt ? 'noShow' : 'active';
}

export const standingTone: Record<Standing, Tone> = {
  active: 'neutral',
  waiting: 'wait',
  checkedIn: 'good',
  noShow: 'trouble',
  canceled: 'neutral',
  late: 'trouble',
};
