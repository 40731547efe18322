'use client';

import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { ChangeEmail } from './change-email.tsx';
import { FormSkeleton } from './form-skeleton.tsx';
import { NameForm } from './name-form.tsx';
import { useMe } from './use-me.ts';

/** Who I am to the studio. */
export function Profile() {
  const t = useTranslations('myAccount');
  const { data: me, error, refetch, isFetching } = useMe();
  if (me) {
    return (
      <div className="grid gap-8">
        <NameForm name={me.name} />
        <ChangeEmail email={me.email} isConfirmed={me.emailVerified} />
      </div>
    );
  }
  if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
  return <FormSkeleton label={t('profile.loading')} />;
}
