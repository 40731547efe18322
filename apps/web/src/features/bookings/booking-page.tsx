import { getTranslations } from 'next-intl/server';
import { RequireSignIn } from '#components/frame/require-sign-in.tsx';
import { BackLink } from '#components/ui/back-link.tsx';
import { BookingDetail } from './booking-detail.tsx';

/** One booking, and why the line moved the way it did. */
export async function BookingPage({ id }: { id: string }) {
  const t = await getTranslations('bookings');
  return (
    <div className="mx-auto max-w-2xl pt-4 md:pt-10">
      <RequireSignIn reason={t('signIn')} isPage>
        <BackLink href="/bookings">{t('title')}</BackLink>
        <BookingDetail id={id} />
      </RequireSignIn>
    </div>
  );
}
