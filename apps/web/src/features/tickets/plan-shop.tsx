import { unwrap } from '@openmat/api-client';
import { getTranslations } from 'next-intl/server';
import { RetryPage } from '#components/ui/retry-page.tsx';
import { serverClient } from '#lib/api/server-client.ts';
import type { ClassType, TicketPlan } from '#lib/api/types.ts';
import { BuyButton } from './buy-button.tsx';
import { PlanOffer } from './plan-offer.tsx';

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
            <PlanOffer key={plan.id} plan={plan} classes={offer.classes}>
              {(describedBy) => <BuyButton planId={plan.id} returnPath={returnPath} describedBy={describedBy} />}
            </PlanOffer>
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
