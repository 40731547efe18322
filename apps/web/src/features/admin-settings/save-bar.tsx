'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';

/** The button at the end of a form, and that it was saved. */
export function SaveBar({ pending, isDirty, isSaved }: { pending: boolean; isDirty: boolean; isSaved: boolean }) {
  const t = useTranslations('adminSettings');
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button type="submit" pending={pending} disabled={!isDirty && !pending}>
        {t('save')}
      </Button>
      <p role="status" className="font-medium text-accent">
        {isSaved && !isDirty && t('saved')}
      </p>
    </div>
  );
}
