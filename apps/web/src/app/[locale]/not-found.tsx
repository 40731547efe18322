import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#i18n/navigation.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common');
  return { title: t('notFound') };
}

export default async function NotFound() {
  const t = await getTranslations('common');
  return (
    <EmptyState title={t('notFound')} isPage>
      <Link href="/" className={buttonClass('secondary')}>
        {t('toSchedule')}
      </Link>
    </EmptyState>
  );
}
