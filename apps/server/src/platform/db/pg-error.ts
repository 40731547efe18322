import pg from 'pg';

/** SQLSTATE of a database error, or undefined for any other error. */
export function pgErrorCode(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** Name of the constraint that refused the statement, or undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined;
}

const CONNECTION_LOST = /^(08|57P0)/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT']);

/** True when the database could not be reached or is restarting, so that the caller may try again later. */
export function isDatabaseAway(error: unknown): boolean {
  if (CONNECTION_LOST.test(pgErrorCode(error) ?? '')) return true;
  if (!(error instanceof Error)) return false;
  if ('code' in error && NETWORK.has(String(error.code))) return true;
  return /Connection terminated|not queryable|timeout exceeded when trying to connect/.test(error.message);
}
