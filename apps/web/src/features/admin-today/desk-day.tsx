'use client';

import { ScanQrCode } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { DayControls } from './day-controls.tsx';
import type { DeskSearch } from './desk-search.ts';
import { LazyDeskSheet } from './lazy-desk-sheet.tsx';
import { SessionsOfDay } from './sessions-of-day.tsx';
import { useDeskDay } from './use-desk-day.ts';

/** The sessions of a day, and the way to check in whoever shows a code. */
export function DeskDay({ search, title }: { search: DeskSearch; title: string }) {
  const t = useTranslations('adminToday');
  const [isScanning, setScanning] = useState(false);
  const { data, error, refetch, isFetching } = useDeskDay(search);
  const scan = (
    <Button className="min-h-13 px-6" onClick={() => setScanning(true)}>
      <ScanQrCode aria-hidden="true" size={20} />
      {t('scan')}
    </Button>
  );
  return (
    <>
      <PageTitle aside={scan}>{title}</PageTitle>
      <DayControls search={search} date={search.date ?? data?.date ?? null} />
      {data && data.items.length > 0 && <SessionsOfDay sessions={data.items} />}
      {data?.items.length === 0 && (
        <EmptyState title={t('empty')}>
          <p className="text-muted">{t('emptyText')}</p>
        </EmptyState>
      )}
      {!data && error && <ErrorState error={error} retry={refetch} pending={isFetching} />}
      {!data && !error && <ListSkeleton label={t('loading')} rows={4} />}
      <LazyDeskSheet
        open={isScanning}
        onOpenChange={setScanning}
        tool="scan"
        session={null}
        sessions={data?.items ?? []}
      />
    </>
  );
}
