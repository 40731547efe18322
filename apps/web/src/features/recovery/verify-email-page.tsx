import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '#components/ui/narrow-page.tsx';
import { VerifyEmail } from './verify-email.tsx';

/** Where the link that verifies an address leads. */
export async function VerifyEmailPage({ token }: { token: string | null }) {
  const t = await getTranslations('verifyEmail');
  return (
    <NarrowPage title={t('title')}>
      <VerifyEmail token={token} />
    </NarrowPage>
  );
}
