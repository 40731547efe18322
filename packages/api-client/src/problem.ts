import type { components } from './generated/schema.d.ts';

/** The body of every error answer (RFC 9457); switch on `code`. */
export type Problem = components['schemas']['Problem'];

/** One refused field: its name (or path) in the request and why. */
export type FieldError = NonNullable<Problem['errors']>[number];

/** The API refused a request and said why. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;
  /** From `Retry-After`; null when the API named no time. */
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null = null) {
    super(problem.detail);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  get code(): string {
    return this.problem.code;
  }
}

/** The API could not be reached, or something in between answered for it: whether the request took effect is unknown. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Whether an error is a refusal by the API; of that code when one is named. */
export function isProblem(error: unknown, code?: string): error is ProblemError {
  return error instanceof ProblemError && (code === undefined || error.code === code);
}

/** Whether the same request may succeed when it is sent again: nobody answered, or the API was busy. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof UnreachableError || isProblem(error, 'busy');
}

/** The problem in a body, or null when the body is something else. */
export function parseProblem(body: unknown): Problem | null {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body ? (body as Problem) : null;
}
