/** A key that no one else has, for the `Idempotency-Key` of one thing a user wants. (`randomUUID` needs a secure origin.) */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
