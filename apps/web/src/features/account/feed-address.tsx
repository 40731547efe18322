'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { CopyField } from '#components/ui/copy-field.tsx';

/** The address to be taken over into a calendar, by hand or by the device's own. */
export function FeedAddress({ url }: { url: string }) {
  const t = useTranslations('myAccount');
  return (
    <div className="grid gap-4">
      <CopyField label={t('feedAddress')} hint={t('feedOnce')} value={url} copy={t('copy')} copied={t('copied')}>
        <a href={url.replace(/^https?:/, 'webcal:')} className={buttonClass('secondary')}>
          {t('openCalendar')}
        </a>
      </CopyField>
    </div>
  );
}
