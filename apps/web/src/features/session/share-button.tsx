'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';

interface ShareButtonProps {
  /** What the link leads to, for those who get it. */
  title: string;
  icon: ReactNode;
}

/** Hands the address of this page on: through the device's own sheet where there is one, otherwise as a copy. */
export function ShareButton({ title, icon }: ShareButtonProps) {
  const t = useTranslations('session.share');
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const share = async () => {
    const url = window.location.origin + window.location.pathname;
    setOutcome(null);
    try {
      if (navigator.share) return await navigator.share({ title, url });
      // Only on secure origins.
      await navigator.clipboard.writeText(url);
      setOutcome('copied');
    } catch (error) {
      const isCalledOff = error instanceof DOMException && error.name === 'AbortError';
      if (!isCalledOff) setOutcome('failed');
    }
  };
  return (
    <>
      <button
        type="button"
        onClick={share}
        className="inline-flex min-h-11 items-center gap-3 underline underline-offset-4"
      >
        <span className="text-muted">{icon}</span>
        {t('action')}
      </button>
      <span role="status" className="ml-3 text-muted text-sm">
        {outcome && t(outcome)}
      </span>
    </>
  );
}
