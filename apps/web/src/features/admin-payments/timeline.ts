import type { AdminPaymentDetail } from '#lib/api/types.ts';

type Refund = AdminPaymentDetail['refunds'][number];

/** Something that happened to a payment. */
export type Happening = { id: string; at: string } & (
  | { kind: 'started' }
  | { kind: 'event'; type: string; isApplied: boolean }
  | { kind: 'status'; to: AdminPaymentDetail['status']; cause: string }
  | { kind: 'refund_requested'; refund: Refund }
  | { kind: 'refund_settled'; refund: Refund }
);

/** Of what happened at the same moment, what led to the other comes first. */
const RANK: Record<Happening['kind'], number> = {
  started: 0,
  refund_requested: 1,
  event: 2,
  status: 3,
  refund_settled: 4,
};

const isSettled = ({ status }: Refund) => status !== 'requested' && status !== 'pending';

/** Everything that happened to a payment, oldest first: what Stripe said, what that changed, and what went back. */
export function paymentTimeline({ id, createdAt, events, transitions, refunds }: AdminPaymentDetail): Happening[] {
  const happenings: Happening[] = [
    { kind: 'started', id, at: createdAt },
    ...events.map(({ id: eventId, type, receivedAt: at, processedAt }) => {
      return { kind: 'event' as const, id: eventId, at, type, isApplied: processedAt !== null };
    }),
    ...transitions.map(({ at, to, cause, from }) => {
      return { kind: 'status' as const, id: `${from} ${to} ${at}`, at, to, cause };
    }),
    ...refunds.map((refund) => {
      return { kind: 'refund_requested' as const, id: `${refund.id} requested`, at: refund.createdAt, refund };
    }),
    ...refunds.filter(isSettled).map((refund) => {
      return { kind: 'refund_settled' as const, id: `${refund.id} settled`, at: refund.updatedAt, refund };
    }),
  ];
  return happenings.toSorted(
    (one, other) => Date.parse(one.at) - Date.parse(other.at) || RANK[one.kind] - RANK[other.kind],
  );
}

/** Soon, because Stripe mostly answers within a second; a bank takes days. */
const POLL_MS = { soon: 1_500, later: 15_000 };

/** How long to wait before asking again how a payment stands, in milliseconds; false when nothing is on its way. */
export function paymentPollDelay(payment: Pick<AdminPaymentDetail, 'status' | 'refunds'> | undefined): number | false {
  if (!payment) return false;
  const { status, refunds } = payment;
  if (refunds.some((refund) => refund.status === 'requested')) return POLL_MS.soon;
  if (status === 'pending' || status === 'processing' || refunds.some((refund) => refund.status === 'pending')) {
    return POLL_MS.later;
  }
  return false;
}
