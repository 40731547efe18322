'use client';

import { type Locale, useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { FormSkeleton } from './form-skeleton.tsx';
import { LanguageForm } from './language-form.tsx';
import { useMe } from './use-me.ts';

/** Which language and which clock I read. */
export function Language({ locales }: { locales: readonly Locale[] }) {
  const t = useTranslations('myAccount');
  const { data: me, error, refetch, isFetching } = useMe();
  if (me) return <LanguageForm saved={me} locales={locales} />;
  if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
  return <FormSkeleton label={t('profile.loading')} />;
}
