'use client';

import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { routing } from '#i18n/routing.ts';
import { FormSkeleton } from './form-skeleton.tsx';
import { LanguageForm } from './language-form.tsx';
import { useMe } from './use-me.ts';

/**
 * Which language and which clock I read.
 *
 * @param offered the languages of the studio; those of this app when it is not known
 */
export function Language({ offered = routing.locales }: { offered: readonly string[] | undefined }) {
  const t = useTranslations('myAccount');
  const { data: me, error, refetch, isFetching } = useMe();
  if (me) return <LanguageForm saved={me} locales={routing.locales.filter((locale) => offered.includes(locale))} />;
  if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
  return <FormSkeleton label={t('profile.loading')} />;
}
