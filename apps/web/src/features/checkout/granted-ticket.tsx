'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { CircleCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { TicketRow } from '#features/tickets/ticket-row.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Payment } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';
import { localPath } from '#lib/navigation/local-path.ts';
import { sessionOf, useUnfinishedBooking } from './use-unfinished-booking.ts';

/** The payment is confirmed: the ticket, and the way on to what it was bought for. */
export function GrantedTicket({ payment }: { payment: Payment }) {
  const t = useTranslations('checkout');
  const locale = useLocale();
  const id = payment.ticketId ?? '';
  const { data: ticket } = useQuery({
    queryKey: queryKeys.ticket(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/tickets/{id}', { params: { path: { id } }, signal })),
  });
  const returnPath = localPath(payment.returnPath);
  const isGoingOn = useUnfinishedBooking(returnPath);
  const next = sessionOf(returnPath) ? t('toSession') : t('goOn');
  return (
    <div className="grid gap-6">
      <CircleCheck aria-hidden="true" size={44} strokeWidth={1.5} className="animate-settle text-accent" />
      <div className="grid gap-3">
        <h1 className="font-bold text-3xl tracking-tight">{t('granted.title')}</h1>
        <p className="text-lg leading-relaxed">
          {t('granted.text', {
            plan: payment.plan.name,
            amount: formatMoney(payment.amount, payment.currency, locale),
          })}
        </p>
        <p role="status" className="empty:hidden">
          {isGoingOn && t('goingOn')}
        </p>
      </div>
      <div className="grid gap-3">
        <Link href={returnPath ?? '/'} className={buttonClass()}>
          {returnPath ? next : t('toSchedule')}
        </Link>
        {payment.receiptUrl && (
          <a href={payment.receiptUrl} target="_blank" rel="noreferrer" className={buttonClass('quiet')}>
            {t('receipt')}
          </a>
        )}
      </div>
      <ul className="border-line border-t">
        {ticket ? <TicketRow ticket={ticket} /> : <Skeleton className="my-5 h-24 w-full" />}
      </ul>
    </div>
  );
}
