import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { Link } from '#i18n/navigation.ts';

/** To all choices about mails. */
export function SettingsLink() {
  const t = useTranslations('unsubscribe');
  return (
    <Link href="/account#notifications" className={buttonClass('secondary')}>
      {t('settings')}
    </Link>
  );
}
