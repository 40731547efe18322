/**
 * What members may choose to hear about. `account` and `essential` are always sent: who missed one of those would stand before
 * a closed door, or not know that somebody else has their account.
 */
export type MessageCategory = 'account' | 'essential' | 'bookings' | 'reminders' | 'tickets';

/** Every kind of message there is, with its category. */
export const messageKinds = {
  verify_email: 'account',
  reset_password: 'account',
  invitation: 'account',
  welcome: 'account',
  new_device: 'account',
  refresh_reused: 'account',
  password_changed: 'account',
  email_changed: 'account',
  session_canceled: 'essential',
  booking_confirmed: 'bookings',
  booking_waiting: 'bookings',
  booking_promoted: 'bookings',
  seat_opened: 'bookings',
  promotion_skipped: 'bookings',
  booking_canceled: 'bookings',
  booking_canceled_late: 'bookings',
  entry_returned_after_refill: 'bookings',
  removed_from_waiting_list: 'bookings',
  waiting_list_closed: 'bookings',
  session_moved: 'bookings',
  instructor_changed: 'bookings',
  ticket_withdrawn: 'bookings',
  reminder: 'reminders',
  ticket_bought: 'tickets',
  ticket_low: 'tickets',
  ticket_expiring: 'tickets',
  payment_refunded: 'tickets',
} as const satisfies Record<string, MessageCategory>;

export type MessageKind = keyof typeof messageKinds;
