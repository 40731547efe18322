'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

interface VersionConflictProps {
  /** Names of the fields that are no longer as they were. */
  changed: string[];
  onTakeOver(): void;
}

/** Somebody else was faster: what they changed, and the way to go on from there with what was typed. */
export function VersionConflict({ changed, onTakeOver }: VersionConflictProps) {
  const t = useTranslations('adminConsequences');
  return (
    <Notice tone="wait" role="alert" className="grid gap-3">
      <p>
        {t('conflict')} {changed.length > 0 && t('conflictFields', { fields: changed.join(', ') })}
      </p>
      <Button variant="secondary" className="justify-self-start" onClick={onTakeOver}>
        {t('takeOver')}
      </Button>
    </Notice>
  );
}
