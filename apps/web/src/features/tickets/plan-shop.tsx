import { unwrap } from '@openmat/api-client';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { RetryPage } from '#components/ui/retry-page.tsx';
import { serverClient } from '#lib/api/server-client.ts';
import type { ClassType, TicketPlan } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';
import { BuyButton } from './buy-button.tsx';
import { coveredClasses } from './covered-classes.ts';

/** What is for sale. */
export async function PlanShop({ returnPath }: { returnPath: string | null }) {
  const [t, offer] = await Promise.all([getTranslations('tickets'), loadOffer()]);
  return (
    <section aria-labelledby="shop" className="pt-12">
      <h2 id="shop" className="scroll-mt-6 pb-4 font-bold text-2xl tracking-tight">
        {t('shop')}
      </h2>
      {offer === null && <RetryPage />}
      {offer?.plans.length === 0 && <p className="text-muted">{t('shopEmpty')}</p>}
      {offer && offer.plans.length > 0 && (
        <ul aria-label={t('shop')} className="border-line border-t">
          {offer.plans.map((plan) => (
            <PlanRow key={plan.id} plan={plan} classes={offer.classes} returnPath={returnPath} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The plans, and the classes for the names of those that some are limited to; null when they could not be had. */
async function loadOffer(): Promise<{ plans: TicketPlan[]; classes: ClassType[] } | null> {
  const client = await serverClient();
  try {
    const [{ items: plans }, { items: classes }] = await Promise.all([
      unwrap(client.GET('/api/v1/ticket-plans')),
      unwrap(client.GET('/api/v1/classes')),
    ]);
    return { plans, classes };
  } catch {
    return null;
  }
}

interface PlanRowProps {
  plan: TicketPlan;
  classes: ClassType[];
  returnPath: string | null;
}

async function PlanRow({ plan, classes, returnPath }: PlanRowProps) {
  const [t, locale, format] = await Promise.all([getTranslations('tickets'), getLocale(), getFormatter()]);
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
      <BuyButton planId={plan.id} returnPath={returnPath} describedBy={nameId} />
    </li>
  );
}
