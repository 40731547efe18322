'use client';

import { Landmark } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Link } from '#i18n/navigation.ts';
import type { Payment } from '#lib/api/types.ts';
import { WaitingDots } from './waiting-dots.tsx';

/** Confirmation normally takes a second or two; after this it is worth saying more. */
const PATIENCE_MS = 12_000;

interface WaitingForPaymentProps {
  payment: Payment | null;
  /** There is no connection at the moment. */
  isCutOff: boolean;
}

/** Says what is being waited for, and after a while what else can be done. */
export function WaitingForPayment({ payment, isCutOff }: WaitingForPaymentProps) {
  const t = useTranslations('checkout');
  const isLong = usePassed(PATIENCE_MS);
  const isAtBank = payment?.status === 'processing';
  return (
    <div className="grid gap-6">
      {isAtBank ? <Landmark aria-hidden="true" size={44} strokeWidth={1.5} className="text-wait" /> : <WaitingDots />}
      <div className="grid gap-3">
        <h1 className="font-bold text-3xl tracking-tight">{isAtBank ? t('bankTitle') : t('waiting.title')}</h1>
        <p className="text-lg leading-relaxed">{isAtBank ? t('waiting.bank') : t('waiting.text')}</p>
      </div>
      <div role="status" className="grid gap-3 empty:hidden">
        {isCutOff && <Notice tone="wait">{t('waiting.cutOff')}</Notice>}
        {isLong && !isAtBank && !isCutOff && <p className="text-muted">{t('waiting.long')}</p>}
      </div>
      {isLong && !isAtBank && payment?.checkoutUrl && (
        <a href={payment.checkoutUrl} className={buttonClass('secondary')}>
          {t('waiting.toPayment')}
        </a>
      )}
      {isAtBank && (
        <Link href="/tickets" className={buttonClass('secondary')}>
          {t('toTickets')}
        </Link>
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
