import type { ChargeRecord, PaymentIntentRecord } from '../core/records.ts';

type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

export interface StripeErrorBody {
  type: ErrorType;
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: PaymentIntentRecord;
}

/** An error that is answered in Stripe's shape: `{ error: { type, code, message, param } }`. */
export class StripeError extends Error {
  readonly status: number;
  readonly body: StripeErrorBody;

  constructor(status: number, body: StripeErrorBody) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

export function invalidRequest(message: string, details: { code?: string; param?: string } = {}): StripeError {
  return new StripeError(400, { type: 'invalid_request_error', message, ...details });
}

/** The object in the path does not exist (404). */
export function notFound(object: string, id: string): StripeError {
  return new StripeError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${object}: '${id}'`,
    param: 'id',
  });
}

/** An object named by a parameter does not exist (400). */
export function noSuchParameter(object: string, id: string, param: string): StripeError {
  return invalidRequest(`No such ${object}: '${id}'`, { code: 'resource_missing', param });
}

export interface Decline {
  code: string;
  declineCode?: string;
  message: string;
}

export function cardError(decline: Decline, charge: ChargeRecord | null, intent: PaymentIntentRecord): StripeError {
  return new StripeError(402, {
    type: 'card_error',
    code: decline.code,
    message: decline.message,
    ...(decline.declineCode && { decline_code: decline.declineCode }),
    ...(charge && { charge: charge.id }),
    payment_intent: intent,
  });
}
