'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { AdminPaymentDetail } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';
import { type Happening, paymentTimeline } from './timeline.ts';

/** What happened to a payment, oldest first, in plain words; what Stripe called it stands below. */
export function PaymentTimeline({ payment }: { payment: AdminPaymentDetail }) {
  const t = useTranslations('adminPayments');
  const format = useFormatter();
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline" className="pb-4 font-bold text-2xl tracking-tight">
        {t('timeline')}
      </h2>
      <ol aria-labelledby="timeline" className="border-line border-t">
        {paymentTimeline(payment).map((happening) => (
          <li
            key={`${happening.kind} ${happening.id}`}
            className="grid grid-cols-[5.75rem_minmax(0,1fr)] gap-3 border-line border-b py-3"
          >
            <time dateTime={happening.at} className="text-muted text-sm leading-6">
              {format.dateTime(new Date(happening.at), 'date')}
              <span className="block">{format.dateTime(new Date(happening.at), 'time')}</span>
            </time>
            <Line happening={happening} payment={payment} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Line({ happening, payment }: { happening: Happening; payment: AdminPaymentDetail }) {
  const t = useTranslations('adminPayments');
  const { eventText, causeText } = useKnown();
  switch (happening.kind) {
    case 'started':
      return <p>{t('happened.started', { name: payment.user.name })}</p>;
    case 'event':
      return (
        <p className="text-muted">
          {t('happened.event', { what: eventText(happening.type) ?? t('otherEvent') })}
          <code className="block break-all text-sm">{happening.type}</code>
          {!happening.isApplied && <span className="block text-sm text-wait">{t('notApplied')}</span>}
        </p>
      );
    case 'status':
      return (
        <p>
          <span className="font-semibold">{t(`statuses.${happening.to}`)}</span>
          <span className="block text-muted text-sm">{causeText(happening.cause) ?? happening.cause}</span>
        </p>
      );
    case 'refund_requested':
    case 'refund_settled':
      return <RefundLine happening={happening} currency={payment.received?.currency ?? payment.currency} />;
  }
}

type RefundHappening = Extract<Happening, { kind: 'refund_requested' | 'refund_settled' }>;

function RefundLine({ happening: { kind, refund }, currency }: { happening: RefundHappening; currency: string }) {
  const t = useTranslations('adminPayments');
  const { failureText } = useKnown();
  const locale = useLocale();
  const amount = formatMoney(refund.amount, currency, locale);
  if (kind === 'refund_settled') {
    const { failure } = refund;
    if (refund.status === 'succeeded') return <p>{t('happened.refunded', { amount })}</p>;
    return (
      <p className="text-trouble">
        {t('happened.refundFailed', { amount })}
        {failure && <span className="block text-sm">{failureText(failure) ?? t('stripeSays', { failure })}</span>}
      </p>
    );
  }
  const { requestedByName: name, status } = refund;
  const isOnItsWay = status === 'requested' || status === 'pending';
  return (
    <p>
      {name ? t('happened.refundAsked', { name, amount }) : t('happened.refundAskedAtStripe', { amount })}
      {name && <span className="block text-muted text-sm">{refund.reason}</span>}
      {isOnItsWay && <span className="block text-sm text-wait">{t('onItsWay')}</span>}
    </p>
  );
}

/** Texts for names that Stripe or the API may add to: null for one that is not known here. */
function useKnown() {
  const t = useTranslations('adminPayments');
  type Key = Parameters<typeof t.has>[0];
  const known = (key: string) => (t.has(key as Key) ? t(key as 'causes.paid') : null);
  return {
    eventText: (type: string) => known(`events.${type.replaceAll('.', '_')}`),
    causeText: (cause: string) => known(`causes.${cause}`),
    // A sentence of Stripe's is no name.
    failureText: (failure: string) => (/^[a-z_]+$/.test(failure) ? known(`failures.${failure}`) : null),
  };
}
