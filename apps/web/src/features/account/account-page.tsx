import { getTranslations } from 'next-intl/server';
import { RequireSignIn } from '#components/frame/require-sign-in.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { AccountSection } from './account-section.tsx';
import { AddressStatus } from './address-status.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { Notifications } from './notifications.tsx';

/** What a member decides about themselves. */
export async function AccountPage() {
  const t = await getTranslations('myAccount');
  return (
    <div className="max-w-2xl pt-8 md:pt-12">
      <PageTitle>{t('title')}</PageTitle>
      <RequireSignIn reason={t('signIn')}>
        <AddressStatus />
        <AccountSection title={t('notifications')} text={t('notificationsText')}>
          <Notifications />
        </AccountSection>
        <AccountSection title={t('calendar')} text={t('calendarText')}>
          <CalendarFeed />
        </AccountSection>
      </RequireSignIn>
    </div>
  );
}
