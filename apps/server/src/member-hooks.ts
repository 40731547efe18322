import { exportBookings, giveUpPlaces } from '#modules/booking/index.ts';
import { deleteFeed, exportCalendarFeed } from '#modules/calendar/index.ts';
import type { MemberHooks } from '#modules/identity/index.ts';
import { exportMessages, forgetMember } from '#modules/notification/index.ts';
import { exportPayments } from '#modules/payment/index.ts';
import { exportTickets } from '#modules/ticket/index.ts';
import type { Services } from './services.ts';

/** Where the other modules take part in what happens to a member, without identity knowing them. */
export function memberHooks({ db, engine, seats }: Services): MemberHooks {
  return {
    exporters: [exportTickets, exportBookings, exportPayments, exportMessages, exportCalendarFeed],
    erasers: [
      (userId) => giveUpPlaces(db, engine, userId),
      (userId) => deleteFeed(db, userId),
      (userId) => forgetMember(db, userId),
    ],
    unblock: seats.afterGain,
  };
}
