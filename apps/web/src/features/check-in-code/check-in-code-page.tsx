import { getTranslations } from 'next-intl/server';
import { RequireSignIn } from '#components/frame/require-sign-in.tsx';
import { BackLink } from '#components/ui/back-link.tsx';
import { CheckInCode } from './check-in-code.tsx';

/** What a member holds out at the front desk. */
export async function CheckInCodePage() {
  const t = await getTranslations('checkIn');
  return (
    <div className="mx-auto max-w-sm pt-4 md:pt-10">
      <RequireSignIn reason={t('signIn')} isPage>
        <BackLink href="/bookings">{t('back')}</BackLink>
        <h1 className="pt-1 pb-2 font-bold text-3xl tracking-tight">{t('title')}</h1>
        <p className="pb-5 leading-relaxed">{t('text')}</p>
        <CheckInCode />
        <p className="pt-5 text-center text-muted text-sm">{t('hint')}</p>
      </RequireSignIn>
    </div>
  );
}
