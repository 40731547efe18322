import { QrCode } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { buttonClass } from '#components/ui/button-class.ts';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Link } from '#i18n/navigation.ts';
import { offeredLocales } from '#i18n/offered-locales.ts';
import { loadStudio } from '#lib/api/load-studio.ts';
import { AccountGate } from './account-gate.tsx';
import { AccountNav } from './account-nav.tsx';
import { AccountSection } from './account-section.tsx';
import { CalendarFeed } from './calendar-feed.tsx';
import { ChangePassword } from './change-password.tsx';
import { DataExport } from './data-export.tsx';
import { Devices } from './devices.tsx';
import { EraseAccount } from './erase-account.tsx';
import { Language } from './language.tsx';
import { Notifications } from './notifications.tsx';
import { Profile } from './profile.tsx';
import { WhenSignedIn } from './when-signed-in.tsx';

/** What a member decides about themselves. The ids of the sections are in links of mails. */
export async function AccountPage() {
  const [t, { locales }] = await Promise.all([getTranslations('myAccount'), loadStudio()]);
  const languages = offeredLocales(locales);
  const sections = [
    { id: 'profile', title: t('profile.title'), text: t('profile.text'), content: <Profile /> },
    { id: 'language', title: t('language.title'), text: t('language.text'), content: <Language locales={languages} /> },
    { id: 'notifications', title: t('notifications'), text: t('notificationsText'), content: <Notifications /> },
    { id: 'calendar', title: t('calendar'), text: t('calendarText'), content: <CalendarFeed /> },
    { id: 'devices', title: t('devices.title'), text: t('devices.text'), content: <Devices /> },
    { id: 'password', title: t('password.title'), text: t('password.text'), content: <ChangePassword /> },
    { id: 'data', title: t('data.title'), text: t('data.text'), content: <DataExport /> },
    { id: 'erase', title: t('erase.title'), text: t('erase.text'), content: <EraseAccount /> },
  ];
  const toCode = (
    <WhenSignedIn>
      <Link href="/check-in" className={buttonClass('secondary')}>
        <QrCode aria-hidden="true" className="size-5" />
        {t('checkInCode')}
      </Link>
    </WhenSignedIn>
  );
  return (
    <div className="pt-8 md:pt-12">
      <PageTitle aside={toCode}>{t('title')}</PageTitle>
      <AccountGate>
        <div className="md:grid md:grid-cols-[11rem_minmax(0,40rem)] md:gap-12">
          <AccountNav sections={sections} />
          <div>
            {sections.map(({ content, ...section }) => (
              <AccountSection key={section.id} {...section}>
                {content}
              </AccountSection>
            ))}
          </div>
        </div>
      </AccountGate>
    </div>
  );
}
