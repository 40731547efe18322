'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import type { Payment } from '#lib/api/types.ts';

/** Confirmation normally takes a second or two; after this it is worth saying more. */
const PATIENCE_MS = 12_000;

/** Says what is being waited for, and after a while what else can be done. */
export function WaitingForPayment({ payment }: { payment: Payment | null }) {
  const t = useTranslations('checkout');
  const isLong = usePassed(PATIENCE_MS);
  const isAtBank = payment?.status === 'processing';
  return (
    <div className="grid gap-6">
      <h1 className="font-bold text-3xl tracking-tight">{t('waiting.title')}</h1>
      <div role="status" className="grid gap-3">
        <p className="animate-breathe font-semibold text-lg">{t('waiting.text')}</p>
        {(isAtBank || isLong) && <p className="text-muted">{t(isAtBank ? 'waiting.bank' : 'waiting.long')}</p>}
      </div>
      {isLong && !isAtBank && payment?.checkoutUrl && (
        <a href={payment.checkoutUrl} className={buttonClass('secondary')}>
          {t('waiting.toPayment')}
        </a>
      )}
    </div>
  );
}

function usePassed(milliseconds: number): boolean {
  const [hasPassed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return hasPassed;
}
