'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { BookingSearch } from './booking-search.ts';

interface PinnedFiltersProps {
  search: BookingSearch;
  onChange(search: BookingSearch): void;
}

/** The one member and the one session that are listed, chosen by a link, and the way back to all of them. */
export function PinnedFilters({ search, onChange }: PinnedFiltersProps) {
  const t = useTranslations('adminBookings');
  const { userId, sessionId, ...rest } = search;
  const member = useMemberName(userId);
  const session = useSessionName(sessionId);
  if (!userId && !sessionId) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {userId && (
        <Button variant="secondary" onClick={() => onChange({ ...rest, ...(sessionId && { sessionId }) })}>
          {t('onlyMember', { name: member ?? '…' })}
          <X aria-label={t('remove')} size={18} />
        </Button>
      )}
      {sessionId && (
        <Button variant="secondary" onClick={() => onChange({ ...rest, ...(userId && { userId }) })}>
          {t('onlySession', { name: session ?? '…' })}
          <X aria-label={t('remove')} size={18} />
        </Button>
      )}
    </div>
  );
}

function useMemberName(id: string | undefined): string | undefined {
  const { data } = useQuery({
    queryKey: queryKeys.adminUserName(id ?? ''),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/admin/users/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: Boolean(id),
  });
  return data?.name;
}

function useSessionName(id: string | undefined): string | undefined {
  const format = useFormatter();
  const { data } = useQuery({
    queryKey: queryKeys.adminSession(id ?? ''),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/admin/sessions/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: Boolean(id),
  });
  if (!data) return undefined;
  const { timeZone } = data;
  return `${data.class.name}, ${format.dateTime(new Date(data.startsAt), 'moment', { timeZone })}`;
}
