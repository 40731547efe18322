const statuses = ['queued', 'sent', 'skipped', 'failed'] as const;

/** Every kind of message, in the order of a list to choose from. */
export const messageKinds = [
  'booking_confirmed',
  'booking_waiting',
  'booking_promoted',
  'seat_opened',
  'promotion_skipped',
  'booking_canceled',
  'booking_canceled_late',
  'entry_returned_after_refill',
  'removed_from_waiting_list',
  'waiting_list_closed',
  'session_canceled',
  'session_moved',
  'instructor_changed',
  'ticket_withdrawn',
  'reminder',
  'ticket_bought',
  'ticket_low',
  'ticket_expiring',
  'payment_refunded',
  'verify_email',
  'reset_password',
  'invitation',
  'welcome',
  'new_device',
  'refresh_reused',
  'password_changed',
  'email_changed',
] as const;

/** What the delivery log is narrowed down to, as it stands in the address. */
export interface MessageSearch {
  status?: (typeof statuses)[number];
  kind?: (typeof messageKinds)[number];
  userId?: string;
}

export { statuses as messageStatuses };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the query of an address; what makes no sense is left out. */
export function readMessageSearch(params: Record<string, string | string[] | undefined>): MessageSearch {
  const status = statuses.find((known) => known === params.status);
  const kind = messageKinds.find((known) => known === params.kind);
  const { userId } = params;
  const isUser = typeof userId === 'string' && UUID.test(userId);
  return { ...(status && { status }), ...(kind && { kind }), ...(isUser && { userId }) };
}

export function messagesHref(search: MessageSearch): string {
  const params = new URLSearchParams(Object.entries(search));
  return params.size > 0 ? `/admin/messages?${params}` : '/admin/messages';
}
