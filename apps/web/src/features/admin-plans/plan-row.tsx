'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Link } from '#i18n/navigation.ts';
import type { AdminTicketPlan } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';

interface PlanRowProps {
  plan: AdminTicketPlan;
  /** Where it stands in the shop; nowhere when it is archived. */
  order?: { place: number; last: number; move(to: number): void };
}

/** One plan, and the buttons that move it. At an end they stay where they are, so that the focus does too. */
export function PlanRow({ plan, order }: PlanRowProps) {
  const t = useTranslations('adminPlans');
  const shop = useTranslations('tickets');
  const locale = useLocale();
  const { name, entries, validityDays: days, starts } = plan;
  const validity = starts === 'first_booking' ? shop('daysFromBooking', { days }) : shop('days', { days });
  return (
    <li className={`flex items-center gap-x-4 border-line border-b py-3 ${order ? '' : 'text-muted'}`}>
      <div className="min-w-0 flex-1">
        <Link
          href={`/admin/plans/${plan.id}`}
          prefetch={false}
          className="font-semibold text-lg underline-offset-4 hover:underline"
        >
          {name}
        </Link>
        <p className="text-muted text-sm">
          {shop('planTerms', {
            entries: entries === null ? shop('unlimited') : shop('entries', { count: entries }),
            validity,
          })}
        </p>
      </div>
      <p className="font-semibold text-lg">{formatMoney(plan.price, plan.currency, locale)}</p>
      {order && (
        <div className="flex">
          <IconButton
            label={t('moveUp', { name })}
            aria-disabled={order.place === 0}
            className={order.place === 0 ? 'opacity-40' : ''}
            onClick={() => order.place > 0 && order.move(order.place - 1)}
          >
            <ArrowUp aria-hidden="true" size={20} />
          </IconButton>
          <IconButton
            label={t('moveDown', { name })}
            aria-disabled={order.place === order.last}
            className={order.place === order.last ? 'opacity-40' : ''}
            onClick={() => order.place < order.last && order.move(order.place + 1)}
          >
            <ArrowDown aria-hidden="true" size={20} />
          </IconButton>
        </div>
      )}
    </li>
  );
}
