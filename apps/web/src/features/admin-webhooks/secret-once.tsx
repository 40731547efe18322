'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';

/** A secret, to be taken over now: it is not shown again. */
export function SecretOnce({ secret }: { secret: string }) {
  const t = useTranslations('adminWebhooks');
  const field = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(true);
    } catch {
      // Not on an insecure origin, or not allowed: the secret is selected for copying by hand.
    }
  };
  return (
    <div className="grid gap-4">
      <TextField
        ref={field}
        label={t('secret')}
        hint={t('secretOnce')}
        value={secret}
        readOnly
        className="font-mono"
        onFocus={({ target }) => target.select()}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={copy}>{t('copy')}</Button>
        <span role="status" className="font-medium text-accent">
          {isCopied && t('copied')}
        </span>
      </div>
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
