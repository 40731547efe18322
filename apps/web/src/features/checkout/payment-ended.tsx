'use client';

import { CircleX, Hourglass, type LucideIcon, Snowflake, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { Link } from '#i18n/navigation.ts';
import type { Payment } from '#lib/api/types.ts';
import { localPath, withNext } from '#lib/navigation/local-path.ts';
import type { PaymentOutcome } from './payment-outcome.ts';

type Ending = Exclude<PaymentOutcome, 'waiting' | 'granted'>;

const looks: Record<Ending, { icon: LucideIcon; color: string }> = {
  expired: { icon: CircleX, color: 'text-muted' },
  failed: { icon: CircleX, color: 'text-trouble' },
  quarantined: { icon: Hourglass, color: 'text-wait' },
  refunded: { icon: Undo2, color: 'text-muted' },
  disputed: { icon: Snowflake, color: 'text-wait' },
};

/** A payment that brought no ticket, or whose ticket is no longer good: what happened, and what to do next. */
export function PaymentEnded({ payment, outcome }: { payment: Payment; outcome: Ending }) {
  const t = useTranslations('checkout');
  const { icon: Icon, color } = looks[outcome];
  const isToRepeat = outcome === 'expired' || outcome === 'failed';
  const href = isToRepeat ? withNext('/tickets', localPath(payment.returnPath)) : '/tickets';
  return (
    <div className="grid gap-6">
      <Icon aria-hidden="true" size={44} strokeWidth={1.5} className={color} />
      <div className="grid gap-3">
        <h1 className="font-bold text-3xl tracking-tight">{t(`${outcome}.title`)}</h1>
        <p className="text-lg leading-relaxed">{t(`${outcome}.text`, { plan: payment.plan.name })}</p>
      </div>
      <Link href={href} className={buttonClass(isToRepeat ? 'primary' : 'secondary')}>
        {isToRepeat ? t('again') : t('toTickets')}
      </Link>
    </div>
  );
}
