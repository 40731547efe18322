'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { useScanner } from './use-scanner.ts';

/** What the camera sees; where there is none, why, and that codes can be typed. */
export function CameraView({ onCode }: { onCode(text: string): boolean }) {
  const t = useTranslations('adminCheckIn');
  const { video, camera } = useScanner(onCode);
  const isAway = camera === 'refused' || camera === 'missing';
  return (
    <>
      <div className={isAway ? 'hidden' : 'relative overflow-hidden rounded-panel bg-scan-ink'}>
        <video ref={video} aria-label={t('camera')} muted playsInline className="aspect-4/3 w-full object-cover" />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 m-auto aspect-square h-3/5 rounded-control border-4 border-scan-paper/80"
        />
      </div>
      {camera === 'on' && <p className="-mt-2 text-muted text-sm">{t('frame')}</p>}
      <div role="status" className="empty:hidden">
        {isAway && <Notice>{t(camera)}</Notice>}
      </div>
    </>
  );
}
