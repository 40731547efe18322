import type { RawBuilder } from 'kysely';

/** One row that should not be as it is. */
export interface Violation {
  /** Name of the invariant. */
  invariant: string;
  /** What `entityId` is the id of. */
  entity: string;
  entityId: string;
  /** What is wrong, in one line. */
  detail: string;
}

/** Something that holds at every commit. */
export interface Invariant {
  name: string;
  /** The rule as a sentence. */
  rule: string;
  entity: string;
  /**
   * Selects what breaks the rule, as `id` and `detail`; nothing when all is well. One statement, so that it sees one moment of a
   * live database, and set-based, so that a million bookings take seconds.
   */
  violations: RawBuilder<{ id: string; detail: string }>;
}
