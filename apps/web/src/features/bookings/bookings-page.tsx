import { getTranslations } from 'next-intl/server';
import { RequireSignIn } from '#components/frame/require-sign-in.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Link } from '#i18n/navigation.ts';
import { PastBookings } from './past-bookings.tsx';
import { UpcomingBookings } from './upcoming-bookings.tsx';

/** My bookings: those to come, and those that were. */
export async function BookingsPage({ when }: { when: 'upcoming' | 'past' }) {
  const t = await getTranslations('bookings');
  const tab = (name: 'upcoming' | 'past', href: string) => (
    <Link
      href={href}
      aria-current={when === name ? 'page' : undefined}
      className="border-transparent border-b-2 py-2 font-semibold text-muted aria-[current]:border-accent aria-[current]:text-ink"
    >
      {t(name)}
    </Link>
  );
  return (
    <div className="pt-8 md:pt-12">
      <PageTitle>{t('title')}</PageTitle>
      <RequireSignIn reason={t('signIn')}>
        <nav aria-label={t('title')} className="flex gap-6 border-line border-b">
          {tab('upcoming', '/bookings')}
          {tab('past', '/bookings?when=past')}
        </nav>
        {when === 'past' ? <PastBookings /> : <UpcomingBookings />}
      </RequireSignIn>
    </div>
  );
}
