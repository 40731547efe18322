'use client';

import { unwrap } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { withNext } from '#lib/navigation/local-path.ts';

interface BuyButtonProps {
  planId: string;
  returnPath: string | null;
  describedBy: string;
}

/** Opens the payment page for a plan; somebody who is not signed in does that first and comes back here. */
export function BuyButton({ planId, returnPath, describedBy }: BuyButtonProps) {
  const t = useTranslations('tickets');
  const role = useKnownRole();
  const checkout = useCheckout();
  if (!role) {
    const here = withNext('/tickets', returnPath);
    return (
      <Link href={withNext('/sign-in', here)} aria-describedby={describedBy} className={buttonClass()}>
        {t('buy')}
      </Link>
    );
  }
  return (
    <>
      <Button
        aria-describedby={describedBy}
        pending={checkout.isPending || checkout.isSuccess}
        onClick={() => checkout.mutate({ planId, ...(returnPath && { returnPath }) })}
      >
        {t('buy')}
      </Button>
      {checkout.error && (
        <div className="col-span-full">
          <FormProblem error={checkout.error} />
        </div>
      )}
    </>
  );
}

function useCheckout() {
  const checkout = useIntent(
    (body: { planId: string; returnPath?: string }, idempotencyKey) =>
      unwrap(api.POST('/api/v1/checkout', { body, headers: { 'Idempotency-Key': idempotencyKey } })),
    { onSuccess: ({ checkoutUrl }) => window.location.assign(checkoutUrl) },
  );
  const { reset } = checkout;
  useEffect(() => {
    // The way back from the payment page can restore this one as it was left.
    const wake = (event: PageTransitionEvent) => event.persisted && reset();
    window.addEventListener('pageshow', wake);
    return () => window.removeEventListener('pageshow', wake);
  }, [reset]);
  return checkout;
}
