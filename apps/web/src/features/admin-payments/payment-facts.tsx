'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Definition, DefinitionList } from '#components/ui/definition-list.tsx';
import { Link } from '#i18n/navigation.ts';
import type { AdminPaymentDetail } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';

const linkClass = 'font-medium underline decoration-line-strong underline-offset-4 hover:decoration-ink';

/** Whose payment it is, what it was for, and where else to look. */
export function PaymentFacts({ payment }: { payment: AdminPaymentDetail }) {
  const t = useTranslations('adminPayments');
  const locale = useLocale();
  const { user, ticketId, refundedAmount, refundable, currency } = payment;
  const money = (amount: number) => formatMoney(amount, currency, locale);
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className="pb-4 font-bold text-2xl tracking-tight">
        {t('facts')}
      </h2>
      <DefinitionList>
        <Definition term={t('member')}>
          <Link href={`/admin/members/${user.id}`} prefetch={false} className={linkClass}>
            {user.name}
          </Link>
          <span className="block text-muted text-sm">{user.email}</span>
        </Definition>
        <Definition term={t('amount')}>{money(payment.amount)}</Definition>
        {refundedAmount > 0 && <Definition term={t('refundedAmount')}>{money(refundedAmount)}</Definition>}
        {refundedAmount > 0 && refundable > 0 && <Definition term={t('refundable')}>{money(refundable)}</Definition>}
        <Definition term={t('ticket')}>
          {ticketId ? (
            <Link href={`/admin/members/${user.id}?tab=tickets`} prefetch={false} className={linkClass}>
              {payment.plan.name}
            </Link>
          ) : (
            t('noTicket')
          )}
        </Definition>
        <Definition term={t('elsewhere')}>
          <Elsewhere payment={payment} />
        </Definition>
      </DefinitionList>
    </section>
  );
}

function Elsewhere({ payment: { stripeUrl, stripePaymentIntentId, receiptUrl } }: { payment: AdminPaymentDetail }) {
  const t = useTranslations('adminPayments');
  return (
    <>
      {stripeUrl ? (
        <Outside href={stripeUrl}>{t('atStripe')}</Outside>
      ) : (
        t(stripePaymentIntentId ? 'atEmulator' : 'notAtStripe')
      )}
      {stripePaymentIntentId && <span className="block break-all text-muted text-sm">{stripePaymentIntentId}</span>}
      {receiptUrl && (
        <span className="block pt-1">
          <Outside href={receiptUrl}>{t('receipt')}</Outside>
        </span>
      )}
    </>
  );
}

function Outside({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={linkClass}>
      {children}
    </a>
  );
}
