'use client';

import { useTranslations } from 'next-intl';
import { CopyField } from '#components/ui/copy-field.tsx';

/** A secret, to be taken over now: it is not shown again. */
export function SecretOnce({ secret }: { secret: string }) {
  const t = useTranslations('adminWebhooks');
  return (
    <div className="grid gap-4">
      <CopyField
        label={t('secret')}
        hint={t('secretOnce')}
        value={secret}
        className="font-mono"
        copy={t('copy')}
        copied={t('copied')}
      />
      <p className="max-w-prose text-muted text-sm">
        {t.rich('verify', {
          standard: (name) => (
            <a href="https://www.standardwebhooks.com" className="text-ink underline" rel="noreferrer">
              {name}
            </a>
          ),
        })}
      </p>
    </div>
  );
}
