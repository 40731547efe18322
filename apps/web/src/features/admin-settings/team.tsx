'use client';

import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { useTeam } from '#lib/api/use-team.ts';
import { InviteForm } from './invite-form.tsx';
import { TeamRow } from './team-row.tsx';

/** Who may see the studio's own pages, and how to let somebody in. */
export function Team() {
  const t = useTranslations('adminSettings');
  const { data, error, refetch, isFetching } = useTeam();
  return (
    <div className="grid max-w-2xl gap-10">
      <p className="text-muted">{t('team.about')}</p>
      <section aria-labelledby="team">
        <h2 id="team" className="pb-3 font-bold text-xl tracking-tight">
          {t('team.people')}
        </h2>
        {data && (
          <ul aria-labelledby="team" className="border-line border-t">
            {data.map((person) => (
              <TeamRow key={person.id} person={person} />
            ))}
          </ul>
        )}
        {!data && error && <ErrorState error={error} retry={refetch} pending={isFetching} />}
        {!data && !error && <ListSkeleton label={t('loading')} rows={2} />}
      </section>
      <InviteForm />
    </div>
  );
}
