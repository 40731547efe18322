'use client';

import { useTranslations } from 'next-intl';
import type { UseFormRegister } from 'react-hook-form';
import { TextField } from '#components/ui/field.tsx';
import { OWN_TERMS, type SessionValues } from './session-form-values.ts';

interface OwnTermsProps {
  register: UseFormRegister<SessionValues>;
  errorOf(name: keyof SessionValues): string | undefined;
}

/** When booking opens and closes and until when canceling is free, where this session is to differ from its class and the studio. */
export function OwnTerms({ register, errorOf }: OwnTermsProps) {
  const t = useTranslations('adminSessions');
  return (
    <details className="sm:col-span-full">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('ownTerms')}</summary>
      <p className="max-w-prose pb-4 text-muted text-sm">{t('ownTermsHint')}</p>
      <div className="grid gap-5 sm:grid-cols-3">
        {OWN_TERMS.map((name) => (
          <TextField
            key={name}
            type="number"
            inputMode="numeric"
            min={0}
            optional
            label={t(name)}
            suffix={t(name === 'bookingOpensDaysBefore' ? 'days' : 'minutes')}
            error={errorOf(name)}
            {...register(name)}
          />
        ))}
      </div>
    </details>
  );
}
