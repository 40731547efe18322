import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { ClassType, TicketPlan } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';
import { coveredClasses } from './covered-classes.ts';

interface PlanOfferProps {
  plan: Pick<
    TicketPlan,
    'id' | 'name' | 'description' | 'price' | 'currency' | 'entries' | 'validityDays' | 'starts' | 'classIds'
  >;
  classes: Pick<ClassType, 'id' | 'name'>[];
  /** What to do about it, given the id of the heading that says what it is. */
  children(nameId: string): ReactNode;
}

/** One plan as the shop offers it. */
export function PlanOffer({ plan, classes, children }: PlanOfferProps) {
  const t = useTranslations('tickets');
  const locale = useLocale();
  const format = useFormatter();
  const entries = plan.entries === null ? t('unlimited') : t('entries', { count: plan.entries });
  const validity =
    plan.starts === 'first_booking'
      ? t('daysFromBooking', { days: plan.validityDays })
      : t('days', { days: plan.validityDays });
  const names = coveredClasses(plan.classIds, classes);
  const nameId = `plan-${plan.id}`;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] grid-rows-[auto_1fr] items-start gap-x-4 gap-y-3 border-line border-b py-6 sm:grid-cols-[minmax(0,1fr)_7rem_auto] sm:grid-rows-1 sm:items-center sm:gap-x-8">
      <div className="row-span-2 grid gap-1 self-start sm:row-span-1">
        <h3 id={nameId} className="font-semibold text-xl leading-snug">
          {plan.name}
        </h3>
        <p>{t('planTerms', { entries, validity })}</p>
        {(names || !plan.classIds) && (
          <p className="text-muted text-sm">
            {names ? t('onlyClasses', { classes: format.list(names, { type: 'conjunction' }) }) : t('allClasses')}
          </p>
        )}
        {plan.description && <p className="max-w-prose pt-1 text-muted text-sm">{plan.description}</p>}
      </div>
      <p className="justify-self-end font-bold text-3xl tracking-tight">
        {formatMoney(plan.price, plan.currency, locale)}
      </p>
      {children(nameId)}
    </li>
  );
}
