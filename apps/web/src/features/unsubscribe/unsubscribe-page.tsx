import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '#components/ui/narrow-page.tsx';
import { Outcome } from '#components/ui/outcome.tsx';
import { SettingsLink } from './settings-link.tsx';
import { Unsubscribe } from './unsubscribe.tsx';

/** The way out that every mail carries; it needs no sign-in. */
export async function UnsubscribePage({ token }: { token: string | null }) {
  const t = await getTranslations('unsubscribe');
  return (
    <NarrowPage title={t('title')}>
      {token === null ? (
        <Outcome tone="trouble" text={t('refused')}>
          <SettingsLink />
        </Outcome>
      ) : (
        <Unsubscribe token={token} />
      )}
    </NarrowPage>
  );
}
