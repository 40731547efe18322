/** What a message says, read when it is sent; a kind has the parts that it needs. */
export interface MessageFacts {
  recipient: { name: string };
  session?: {
    id: string;
    className: string;
    instructorName: string;
    locationName: string;
    address: string | null;
    startsAt: Temporal.Instant;
    endsAt: Temporal.Instant;
    timeZone: string;
  };
  booking?: {
    id: string;
    state: 'active' | 'waiting' | 'canceled';
    waitingPosition: number | null;
    /** Until when canceling costs nothing; null when that has passed or nothing is booked. */
    cancelFreeUntil: Temporal.Instant | null;
    /** Whether the entry of a canceled booking is back on its ticket. */
    entryReturned: boolean;
  };
  ticket?: { id: string; name: string; entriesLeft: number | null; validUntil: Temporal.Instant | null };
  payment?: {
    id: string;
    planName: string;
    amountMinor: number;
    refundedMinor: number;
    currency: string;
    receiptUrl: string | null;
  };
  link?: { url: string; expiresAt: Temporal.Instant };
  device?: { userAgent: string | null; address: string | null; at: Temporal.Instant };
}
