import type { Violation } from './invariants/invariant.ts';

/** What one check found out. */
export interface Finding {
  /** What was looked at. */
  subject: string;
  /** A warning is something to know; an error has to be mended. */
  level: 'ok' | 'warning' | 'error';
  message: string;
  /** Broken invariants, row by row. */
  violations?: Violation[];
}
