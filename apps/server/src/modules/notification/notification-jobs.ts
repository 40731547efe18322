import { bookingEventsJob } from '#modules/booking/index.ts';
import { accountEventsJob, oneTimeLinkJob } from '#modules/identity/index.ts';
import { paymentEventsJob } from '#modules/payment/index.ts';
import { handleJob, type JobDefinition, type RegisteredJob } from '#platform/jobs/define-job.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { recordAccountMessage, recordLinkMessage } from './record-account-messages.ts';
import { recordBookingMessages } from './record-booking-messages.ts';
import { sendMessageJob } from './record-messages.ts';
import { recordPaymentMessages } from './record-payment-messages.ts';
import { recordReminders, remindersJob } from './record-reminders.ts';
import { recordTicketNotices, ticketNoticesJob } from './record-ticket-notices.ts';
import { sendMessage } from './send-message.ts';

export const notificationJobDefinitions: readonly JobDefinition[] = [sendMessageJob, remindersJob, ticketNoticesJob];

/** Hears what other modules have to tell members, and tells them; nobody calls this module. */
export function notificationJobs(deps: NotificationDeps): RegisteredJob[] {
  return [
    handleJob(bookingEventsJob, (payload) => recordBookingMessages(deps, payload)),
    handleJob(paymentEventsJob, (payload) => recordPaymentMessages(deps, payload)),
    handleJob(oneTimeLinkJob, ({ tokenId }) => recordLinkMessage(deps, tokenId)),
    handleJob(accountEventsJob, (event) => recordAccountMessage(deps, event)),
    handleJob(remindersJob, () => recordReminders(deps)),
    handleJob(ticketNoticesJob, () => recordTicketNotices(deps)),
    handleJob(sendMessageJob, ({ messageId }) => sendMessage(deps, messageId)),
  ];
}
