import { QrCode } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { RequireSignIn } from '#components/frame/require-sign-in.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { PageTitle } from '#components/ui/page-title.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { WhenSignedIn } from '#features/account/when-signed-in.tsx';
import { Link } from '#i18n/navigation.ts';
import { PastBookings } from './past-bookings.tsx';
import { UpcomingBookings } from './upcoming-bookings.tsx';

/** My bookings: those to come, and those that were. */
export async function BookingsPage({ when }: { when: 'upcoming' | 'past' }) {
  const t = await getTranslations('bookings');
  const codeLink = (
    <WhenSignedIn>
      <Link href="/check-in" className={buttonClass('secondary')}>
        <QrCode aria-hidden="true" size={20} />
        {t('code')}
      </Link>
    </WhenSignedIn>
  );
  const tabs = [
    { href: '/bookings', label: t('upcoming'), isCurrent: when === 'upcoming' },
    { href: '/bookings?when=past', label: t('past'), isCurrent: when === 'past' },
  ];
  return (
    <div className="pt-8 md:pt-12">
      <PageTitle aside={codeLink}>{t('title')}</PageTitle>
      <RequireSignIn reason={t('signIn')}>
        <TabLinks label={t('title')} tabs={tabs} />
        {when === 'past' ? <PastBookings /> : <UpcomingBookings />}
      </RequireSignIn>
    </div>
  );
}
