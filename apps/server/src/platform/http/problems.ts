/**
 * Every error the API can answer, in one place. Clients switch on the code; `docs/errors.md` explains each one and a
 * test keeps the two equal.
 */
export const problems = {
  validation_failed: { status: 400, title: 'The request is not valid' },
  invalid_signature: { status: 400, title: 'The signature does not match the body' },
  invalid_token: { status: 400, title: 'This link has expired or was already used' },
  unauthenticated: { status: 401, title: 'Sign in to continue' },
  token_expired: { status: 401, title: 'The access token has expired' },
  invalid_credentials: { status: 401, title: 'E-mail or password is wrong' },
  refresh_reused: { status: 401, title: 'This sign-in was used twice and has been ended' },
  forbidden: { status: 403, title: 'You may not do this' },
  account_blocked: { status: 403, title: 'This account is blocked' },
  not_found: { status: 404, title: 'There is nothing here' },
  already_booked: { status: 409, title: 'You already have a place in this session' },
  no_usable_ticket: { status: 409, title: 'No ticket covers this session' },
  session_started: { status: 409, title: 'The session has started' },
  session_canceled: { status: 409, title: 'The session was canceled' },
  booking_not_open: { status: 409, title: 'Booking has not opened yet' },
  booking_closed: { status: 409, title: 'Booking has closed' },
  overlapping_booking: { status: 409, title: 'You have another session at this time' },
  cancellation_cutoff_passed: { status: 409, title: 'The time for free cancellation has passed' },
  already_canceled: { status: 409, title: 'This was already canceled' },
  capacity_below_active: { status: 409, title: 'More places are booked than this capacity' },
  email_taken: { status: 409, title: 'An account with this e-mail exists' },
  idempotency_key_reused: { status: 409, title: 'This idempotency key belongs to another request' },
  still_in_use: { status: 409, title: 'Coming sessions still need this' },
  already_closed: { status: 409, title: 'This day is already closed there' },
  last_admin: { status: 409, title: 'The last admin keeps the role' },
  plan_not_for_sale: { status: 409, title: 'This ticket plan is not for sale' },
  ticket_not_changeable: { status: 409, title: 'The state of the ticket does not allow this' },
  payment_not_refundable: { status: 409, title: 'This payment cannot be refunded by that amount' },
  webhook_disabled: { status: 409, title: 'This webhook is switched off' },
  body_too_large: { status: 413, title: 'The request body is too large' },
  unsupported_media_type: { status: 415, title: 'Send the body as application/json' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal_error: { status: 500, title: 'Something went wrong on our side' },
  payment_provider_unavailable: { status: 502, title: 'The payment provider does not answer' },
  busy: { status: 503, title: 'Too much is going on; try again in a moment' },
} satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof problems;
