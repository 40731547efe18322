import type { Messages } from 'next-intl';

/**
 * The messages that scripts of the members' pages may need. All of them are in the HTML of every page, and those of the studio
 * are a third; its layout brings them along.
 */
export function memberMessages(messages: Messages): Partial<Messages> {
  return Object.fromEntries(Object.entries(messages).filter(([namespace]) => !namespace.startsWith('admin')));
}
