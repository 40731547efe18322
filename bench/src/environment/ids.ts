/**
 * Ids of seeded rows follow from their number (from 1), so that a load generator needs no list of them and pgbench can
 * compute them. Ascending like UUIDv7, so indexes grow as they do in production.
 */
export const memberId = (number: number) => idOf(1, number);
export const sessionId = (number: number) => idOf(2, number);

/** SQL functions that give the same ids. */
export const idFunctions = ['member', 'session', 'ticket']
  .map(
    (name, index) => `create function bench.${name}_id(number bigint) returns uuid immutable language sql
      return ('${index + 1}0000000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid;`,
  )
  .join('\n');

function idOf(kind: 1 | 2 | 3, number: number): string {
  return `${kind}0000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}
