'use client';

import { useTranslations } from 'next-intl';
import type { Delivery } from '#lib/api/types.ts';
import { messageKinds } from './message-search.ts';

/** How a message and what became of it are called here; what the API names and this page does not know stays as it is. */
export function useMessageTexts() {
  const t = useTranslations('adminMessages');
  const kindText = ({ kind }: Pick<Delivery, 'kind'>) => {
    const known = messageKinds.find((name) => name === kind);
    return known ? t(`kinds.${known}`) : kind;
  };
  const reasonText = ({ statusReason }: Pick<Delivery, 'statusReason'>) => {
    const key = `reasons.${statusReason}` as Parameters<typeof t.has>[0];
    return statusReason && t.has(key) ? t(key as 'reasons.rejected') : statusReason;
  };
  return { kindText, reasonText };
}
