'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '#i18n/navigation.ts';
import type { Delivery } from '#lib/api/types.ts';
import { messagesHref } from './message-search.ts';
import { statusTone } from './status-tone.ts';
import { useMessageTexts } from './use-message-texts.ts';

/** One message in the log. */
export function MessageRow({ message, onOpen }: { message: Delivery; onOpen: () => void }) {
  const t = useTranslations('adminMessages');
  const format = useFormatter();
  const { kindText, reasonText } = useMessageTexts();
  const { user, status, subject } = message;
  const at = new Date(message.createdAt);
  const member = (
    <Link
      href={messagesHref({ userId: user.id })}
      prefetch={false}
      className="underline-offset-4 hover:underline"
      title={t('onlyMember', { name: user.name })}
    >
      {user.name}
    </Link>
  );
  return (
    <tr className="border-line border-b align-top">
      <td className="w-px whitespace-nowrap py-3 pr-4">
        <span className="block font-semibold">{format.dateTime(at, 'time')}</span>
        <span className="block text-muted text-sm">{format.dateTime(at, 'shortDay')}</span>
      </td>
      <td className="w-full max-w-0 py-3 pr-4 md:w-1/2">
        <button
          type="button"
          aria-haspopup="dialog"
          className="text-left font-semibold underline-offset-4 hover:underline"
          onClick={onOpen}
        >
          {kindText(message)}
        </button>
        {subject && <span className="block truncate text-muted text-sm">{subject}</span>}
        <span className="block truncate text-sm md:hidden">{member}</span>
      </td>
      <td className="hidden max-w-0 py-3 pr-4 md:table-cell md:w-1/4">
        <span className="block truncate">{member}</span>
        <span className="block truncate text-muted text-sm">{message.sentTo ?? user.email}</span>
      </td>
      <td className="w-24 py-3 md:w-44">
        <span className={`block font-semibold ${statusTone[status]}`}>{t(`statuses.${status}`)}</span>
        <span className="hidden text-muted text-sm md:block">{reasonText(message)}</span>
      </td>
    </tr>
  );
}
