'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { paymentsHref } from './payment-search.ts';

/** More than these are only hinted at: they are rare, and all are one click away. */
const SHOWN = 3;

/** Payments of another amount than was agreed on: somebody paid and has nothing for it, until an admin decides. */
export function QuarantineNotice() {
  const t = useTranslations('adminPayments');
  const query = { status: 'quarantined', limit: SHOWN } as const;
  const { data } = useQuery({
    queryKey: queryKeys.adminPaymentList({ ...query, notice: true }),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/payments', { params: { query }, signal })),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <Notice tone="wait" className="mb-6 grid gap-1">
      <p className="font-semibold">{t('quarantineTitle')}</p>
      <p>{t('quarantineText')}</p>
      <ul aria-label={t('quarantineTitle')}>
        {data.items.map(({ id, user, plan }) => (
          <li key={id}>
            <Link href={`/admin/payments/${id}`} prefetch={false} className={linkClass}>
              {t('paymentOf', { plan: plan.name, name: user.name })}
            </Link>
          </li>
        ))}
      </ul>
      {data.nextCursor && (
        <Link
          href={paymentsHref({ status: 'quarantined' })}
          prefetch={false}
          className={`${linkClass} justify-self-start`}
        >
          {t('quarantineAll')}
        </Link>
      )}
    </Notice>
  );
}

const linkClass = 'inline-flex min-h-11 items-center font-semibold underline underline-offset-4';
