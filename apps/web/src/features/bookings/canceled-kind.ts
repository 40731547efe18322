import type { Booking } from '#lib/api/types.ts';

/** Why a booking was canceled, as far as it makes a difference to its member. */
export type CanceledKind = NonNullable<Booking['canceledReason']> | 'forfeited';

/** Chooses the words for a canceled booking; a late cancellation cost an entry or it did not. */
export function canceledKind({
  canceledReason,
  entryForfeited,
}: Pick<Booking, 'canceledReason' | 'entryForfeited'>): CanceledKind {
  if (canceledReason === 'late' && entryForfeited) return 'forfeited';
  return canceledReason ?? 'member';
}
