import { getTranslations } from 'next-intl/server';
import { buttonClass } from '#components/ui/button-class.ts';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Link } from '#i18n/navigation.ts';
import { WebhookList } from './webhook-list.tsx';

/** The other systems that are told what happens. */
export async function WebhooksPage() {
  const t = await getTranslations('adminWebhooks');
  return (
    <>
      <PageTitle
        aside={
          <Link href="/admin/webhooks/new" className={buttonClass()}>
            {t('new')}
          </Link>
        }
      >
        {t('title')}
      </PageTitle>
      <WebhookList />
    </>
  );
}
