import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What a member can leave with one click in a mail. */
export const leavable = ['bookings', 'reminders', 'tickets'] as const;
export type Leavable = (typeof leavable)[number];

export interface Unsubscription {
  userId: string;
  category: Leavable;
}

/** Whether mails of that category carry a way out. */
export function isLeavable(category: string): category is Leavable {
  return (leavable as readonly string[]).includes(category);
}

/**
 * The token that lets whoever holds a mail leave its category, and do nothing else. It never expires: neither does the mail.
 *
 * @param secret of the access tokens; a key of its own is derived, so the one never stands for the other
 */
export function unsubscribeToken(secret: string, { userId, category }: Unsubscription): string {
  return `${userId}.${category}.${signatureOf(secret, userId, category).toString('base64url')}`;
}

/** What a token allows, or undefined when it is not one of ours. */
export function readUnsubscribeToken(secret: string, token: string): Unsubscription | undefined {
  const [userId = '', category = '', signature = ''] = token.split('.');
  if (!isLeavable(category)) return undefined;
  const [given, expected] = [Buffer.from(signature, 'base64url'), signatureOf(secret, userId, category)];
  return given.length === expected.length && timingSafeEqual(given, expected) ? { userId, category } : undefined;
}

function signatureOf(secret: string, userId: string, category: Leavable): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'openmat unsubscribe', 32));
  return createHmac('sha256', key).update(`${userId}.${category}`).digest();
}
