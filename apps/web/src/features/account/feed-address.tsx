'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { TextField } from '#components/ui/field.tsx';
import { SavedNote } from './saved-note.tsx';

/** The address to be taken over into a calendar, by hand or by the device's own. */
export function FeedAddress({ url }: { url: string }) {
  const t = useTranslations('myAccount');
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
    } catch {
      // Not on an insecure origin, or not allowed: the address is selected for copying by hand.
    }
  };
  return (
    <div className="grid gap-4">
      <TextField
        ref={field}
        label={t('feedAddress')}
        hint={t('feedOnce')}
        value={url}
        readOnly
        onFocus={({ target }) => target.select()}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={copy}>{t('copy')}</Button>
        <a href={url.replace(/^https?:/, 'webcal:')} className={buttonClass('secondary')}>
          {t('openCalendar')}
        </a>
        <SavedNote>{isCopied && t('copied')}</SavedNote>
      </div>
    </div>
  );
}
