'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import { Td } from '#components/ui/table.tsx';
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
    <tr>
      <Td className="w-px whitespace-nowrap">
        <span className="block font-semibold">{format.dateTime(at, 'time')}</span>
        <span className="block text-muted text-sm">{format.dateTime(at, 'shortDay')}</span>
      </Td>
      <Td className="w-full max-w-0 md:w-1/2">
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
      </Td>
      <Td wide className="max-w-0 md:w-1/4">
        <span className="block truncate">{member}</span>
        <span className="block truncate text-muted text-sm">{message.sentTo ?? user.email}</span>
      </Td>
      <Td className="w-24 md:w-44">
        <Badge tone={statusTone[status]}>{t(`statuses.${status}`)}</Badge>
        <span className="hidden pt-1 text-muted text-sm md:block">{reasonText(message)}</span>
      </Td>
    </tr>
  );
}
