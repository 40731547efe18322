'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Sheet } from '#components/ui/sheet.tsx';
import type { DeskSession } from '#lib/api/types.ts';
import { CodeDesk } from './scan/code-desk.tsx';
import type { KnownPerson } from './walk-in/known-person.ts';
import { WalkIn } from './walk-in/walk-in.tsx';

interface DeskSheetProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  tool: 'scan' | 'walk-in';
  /** Where people want to go in; null where any session of the day may be meant. */
  session: DeskSession | null;
  /** Where a walk-in could go in. */
  sessions: DeskSession[];
}

/** Codes, one after the other, or somebody without a booking; the one leads to the other and back. */
export function DeskSheet({ open, onOpenChange, tool, ...desk }: DeskSheetProps) {
  const t = useTranslations('adminToday');
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={tool === 'scan' ? t('scanTitle') : t('walkIn')}>
      {tool === 'scan' ? <Scanning {...desk} /> : <WalkingIn {...desk} />}
    </Sheet>
  );
}

type Desk = Pick<DeskSheetProps, 'session' | 'sessions'>;

function Scanning(desk: Desk) {
  const t = useTranslations('adminToday');
  const [guest, setGuest] = useState<{ person: KnownPerson; session: DeskSession } | null>(null);
  if (!guest) return <CodeDesk {...desk} onWalkIn={(person, session) => setGuest({ person, session })} />;
  // As full as it is by now.
  const session = desk.sessions.find(({ id }) => id === guest.session.id) ?? guest.session;
  return <WalkIn person={guest.person} session={session} onDone={() => setGuest(null)} doneLabel={t('scanOn')} />;
}

function WalkingIn({ session }: Desk) {
  const t = useTranslations('adminToday');
  const [round, setRound] = useState(0);
  if (!session) return null;
  return (
    <WalkIn
      key={round}
      person={null}
      session={session}
      onDone={() => setRound(round + 1)}
      doneLabel={t('nextWalkIn')}
    />
  );
}
