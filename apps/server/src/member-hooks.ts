import { exportBookings, giveUpPlaces } from '#modules/booking/index.ts';
import type { MemberHooks } from '#modules/identity/index.ts';
import { exportMessages } from '#modules/notification/index.ts';
import { exportPayments } from '#modules/payment/index.ts';
import { exportTickets } from '#modules/ticket/index.ts';
import type { Services } from './services.ts';

/** Where the other modules take part in what happens to a member, without identity knowing them. */
export function memberHooks({ db, engine, seats }: Services): MemberHooks {
  return {
    exporters: [exportTickets, exportBookings, exportPayments, exportMessages],
    erasers: [(userId) => giveUpPlaces(db, engine, userId)],
    unblock: seats.afterGain,
  };
}
