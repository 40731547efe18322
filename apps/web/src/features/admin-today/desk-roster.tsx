'use client';

import { ScanQrCode, UserPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import type { Roster } from '#lib/api/types.ts';
import { LazyDeskSheet } from './lazy-desk-sheet.tsx';
import { RosterHeading } from './roster-heading.tsx';
import { RosterPlaces } from './roster-places.tsx';
import { useRoster } from './use-roster.ts';
import { WaitingList } from './waiting-list.tsx';

/** Who comes to a session, for whoever stands at its door. */
export function DeskRoster({ sessionId }: { sessionId: string }) {
  const t = useTranslations('adminToday');
  const { data, error, refetch, isFetching } = useRoster(sessionId);
  if (data) return <Loaded roster={data} />;
  if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
  return <ListSkeleton label={t('loadingRoster')} rows={6} />;
}

function Loaded({ roster: { session, items } }: { roster: Roster }) {
  const t = useTranslations('adminToday');
  const [tool, setTool] = useState<'scan' | 'walk-in'>('scan');
  const [isOpen, setOpen] = useState(false);
  const openTool = (wanted: typeof tool) => {
    setTool(wanted);
    setOpen(true);
  };
  const big = 'min-h-13 flex-1 px-3! sm:flex-none sm:px-5!';
  return (
    <>
      <RosterHeading session={session} />
      {session.state === 'scheduled' && (
        <div className="flex flex-wrap gap-3 pb-6">
          <Button className={big} onClick={() => openTool('scan')}>
            <ScanQrCode aria-hidden="true" size={20} />
            {t('scan')}
          </Button>
          <Button variant="secondary" className={big} onClick={() => openTool('walk-in')}>
            <UserPlus aria-hidden="true" size={20} />
            {t('walkIn')}
          </Button>
        </div>
      )}
      <RosterPlaces session={session} entries={items.filter(({ state }) => state === 'active')} />
      <WaitingList session={session} entries={items.filter(({ state }) => state === 'waiting')} />
      <LazyDeskSheet open={isOpen} onOpenChange={setOpen} tool={tool} session={session} sessions={[session]} />
    </>
  );
}
