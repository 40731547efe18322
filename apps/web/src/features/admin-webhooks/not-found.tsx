'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#i18n/navigation.ts';

/** There is no such webhook, or no more. */
export function NotFound() {
  const t = useTranslations('adminWebhooks');
  const common = useTranslations('common');
  return (
    <EmptyState isPage title={common('notFound')}>
      <Link href="/admin/webhooks" className={buttonClass('secondary')}>
        {t('title')}
      </Link>
    </EmptyState>
  );
}
