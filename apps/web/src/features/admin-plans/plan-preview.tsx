'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { useCatalogue } from '#features/admin-sessions/use-catalogue.ts';
import { PlanOffer } from '#features/tickets/plan-offer.tsx';
import type { PlanTerms } from './plan-values.ts';

/** A plan as members will see it, while it is being written. */
export function PlanPreview({ terms, currency }: { terms: PlanTerms; currency: string }) {
  const t = useTranslations('adminPlans');
  const shop = useTranslations('tickets');
  const { data } = useCatalogue();
  return (
    <section aria-labelledby="preview" className="self-start xl:sticky xl:top-8">
      <h2 id="preview" className="pb-4 font-bold text-2xl tracking-tight">
        {t('preview')}
      </h2>
      <ul aria-labelledby="preview" className="border-line border-t">
        <PlanOffer
          plan={{ ...terms, currency, id: 'preview', name: terms.name || t('unnamed') }}
          classes={data?.classes ?? []}
        >
          {(nameId) => (
            <Button disabled aria-describedby={nameId}>
              {shop('buy')}
            </Button>
          )}
        </PlanOffer>
      </ul>
    </section>
  );
}
