'use client';

import { useTranslations } from 'next-intl';
import type { DeskSession } from '#lib/api/types.ts';
import { useWakeLock } from '#lib/use-wake-lock.ts';
import type { KnownPerson } from '../walk-in/known-person.ts';
import { CameraView } from './camera-view.tsx';
import { CodeForm } from './code-form.tsx';
import { CodeResult } from './code-result.tsx';
import { useCheckInByCode } from './use-check-in-by-code.ts';

interface CodeDeskProps {
  session: DeskSession | null;
  sessions: DeskSession[];
  onWalkIn(person: KnownPerson, session: DeskSession): void;
}

/** Codes of a queue of people, one after the other: by the camera or typed, with the answer large below. */
export function CodeDesk({ session, sessions, onWalkIn }: CodeDeskProps) {
  const t = useTranslations('adminCheckIn');
  const check = useCheckInByCode();
  useWakeLock();
  const submit = (text: string, sessionId = session?.id ?? null, onSuccess?: () => void) => {
    // One at a time; who is still in front of the camera is seen again.
    if (check.isPending) return false;
    check.mutate({ text, sessionId }, onSuccess && { onSuccess });
    return true;
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p className="text-muted">{session ? t('forSession', { class: session.class.name }) : t('forDay')}</p>
      <CameraView onCode={(text) => submit(text)} />
      <div role="status" className="empty:hidden">
        <CodeResult
          check={check}
          session={session}
          sessions={sessions}
          onAnySession={() => check.variables && submit(check.variables.text, null)}
          onWalkIn={onWalkIn}
        />
      </div>
      <CodeForm pending={check.isPending} onSubmit={(text, onAccepted) => submit(text, undefined, onAccepted)} />
    </div>
  );
}
