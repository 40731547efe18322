import { type ErrorCode, problems } from './problems.ts';

/** One field that was refused: where (JSON pointer or parameter name) and why. */
export interface FieldError {
  field: string;
  message: string;
  /** For clients that say it in words of their own. */
  code?: string;
}

export interface ErrorDetails {
  /** One sentence for this occurrence; the title of the code when absent. */
  detail?: string;
  errors?: FieldError[];
  /** Seconds after which a retry makes sense. */
  retryAfterSeconds?: number;
  /** Further members of the problem document, such as the booking that already exists. */
  extra?: Record<string, unknown>;
  cause?: unknown;
}

/** An error that the caller is meant to see; its code decides status and title. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.detail ?? problems[code].title, { cause: details.cause });
    this.code = code;
    this.details = details;
  }
}

/** Refuses one field of the request; with a code, clients can say why in words of their own. */
export function invalidField(field: string, message: string, code?: string): AppError {
  const errors = [{ field, message, ...(code && { code }) }];
  return new AppError('validation_failed', { detail: `${field}: ${message}`, errors });
}

/** The row if there is one, otherwise `not_found`. */
export function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new AppError('not_found', { detail: `No such ${what}` });
  return row;
}
