import { unwrap } from '@openmat/api-client';
import { getLocale, getTranslations } from 'next-intl/server';
import { RetryPage } from '#components/ui/retry-page.tsx';
import { serverClient } from '#lib/api/server-client.ts';
import type { TicketPlan } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';
import { BuyButton } from './buy-button.tsx';

/** What is for sale. */
export async function PlanShop({ returnPath }: { returnPath: string | null }) {
  const [t, client] = await Promise.all([getTranslations('tickets'), serverClient()]);
  const plans = await unwrap(client.GET('/api/v1/ticket-plans')).then(
    ({ items }) => items,
    () => null,
  );
  return (
    <section aria-labelledby="shop" className="pt-10">
      <h2 id="shop" className="pb-4 font-bold text-2xl tracking-tight">
        {t('shop')}
      </h2>
      {plans === null && <RetryPage />}
      {plans?.length === 0 && <p className="text-muted">{t('shopEmpty')}</p>}
      {plans && plans.length > 0 && (
        <ul aria-label={t('shop')} className="border-line border-t">
          {plans.map((plan) => (
            <PlanRow key={plan.id} plan={plan} returnPath={returnPath} />
          ))}
        </ul>
      )}
    </section>
  );
}

async function PlanRow({ plan, returnPath }: { plan: TicketPlan; returnPath: string | null }) {
  const [t, locale] = await Promise.all([getTranslations('tickets'), getLocale()]);
  const entries = plan.entries === null ? t('unlimited') : t('entries', { count: plan.entries });
  const validity =
    plan.starts === 'first_booking'
      ? t('daysFromBooking', { days: plan.validityDays })
      : t('days', { days: plan.validityDays });
  const nameId = `plan-${plan.id}`;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 border-line border-b py-5 sm:grid-cols-[minmax(0,1fr)_auto_auto] sm:gap-x-6">
      <div className="row-span-2 sm:row-span-1">
        <h3 id={nameId} className="font-semibold text-lg">
          {plan.name}
        </h3>
        <p className="text-sm">{t('planTerms', { entries, validity })}</p>
        {plan.description && <p className="max-w-prose pt-1 text-muted text-sm">{plan.description}</p>}
      </div>
      <p className="justify-self-end font-bold text-xl">{formatMoney(plan.price, plan.currency, locale)}</p>
      <BuyButton planId={plan.id} returnPath={returnPath} describedBy={nameId} />
    </li>
  );
}
