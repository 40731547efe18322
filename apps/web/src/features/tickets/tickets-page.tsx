import { getTranslations } from 'next-intl/server';
import { RequireSignIn } from '#components/frame/require-sign-in.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { localPath } from '#lib/navigation/local-path.ts';
import { MyPayments } from './my-payments.tsx';
import { MyTickets } from './my-tickets.tsx';
import { PlanShop } from './plan-shop.tsx';

/**
 * What I have, what I can buy, and what I have paid.
 *
 * @param next where the visitor was going before a ticket was missing
 */
export async function TicketsPage({ next }: { next: unknown }) {
  const t = await getTranslations('tickets');
  return (
    <div className="pt-8 md:pt-12">
      <PageTitle>{t('title')}</PageTitle>
      <RequireSignIn reason={t('signIn')}>
        <MyTickets />
      </RequireSignIn>
      <PlanShop returnPath={localPath(next)} />
      <MyPayments />
    </div>
  );
}
