'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DayField } from '#components/ui/day-field.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { useTeam } from '#lib/api/use-team.ts';
import { useFilters } from '#lib/navigation/use-filters.ts';
import { type AuditSearch, auditHref, readAuditSearch, SYSTEM } from './audit-search.ts';
import { auditedEntities, auditVerbs, isAudited } from './audit-verbs.ts';

/** Narrows the log down; what is chosen stands in the address, so that it can be kept and shared. */
export function AuditFilters({ search: chosen }: { search: AuditSearch }) {
  const t = useTranslations('adminAudit');
  const { search, apply, pending } = useFilters(chosen, auditHref);
  const { data: team = [] } = useTeam();
  const change = (part: AuditSearch) => apply(readAuditSearch({ ...search, ...part }));
  const field = (name: 'entity' | 'action') => ({
    label: t(`filter.${name}`),
    value: search[name] ?? '',
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
  });
  const day = (name: 'from' | 'to') => ({
    label: t(`filter.${name}`),
    day: search[name] ?? '',
    optional: true,
    onPick: (value: string) => change({ [name]: value }),
  });
  const { entity = '' } = search;
  return (
    <fieldset aria-label={t('filters')} aria-busy={pending} className="grid min-w-0 gap-3 pb-6">
      <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-3 xl:grid-cols-5">
        <SelectField
          label={t('filter.actorId')}
          value={search.actorRole ?? search.actorId ?? ''}
          onChange={({ target: { value } }) => change(readActor(value))}
        >
          <option value="">{t('all')}</option>
          <option value={SYSTEM}>{t('automatic')}</option>
          {search.actorId && !team.some(({ id }) => id === search.actorId) && (
            <option value={search.actorId}>{t('somebodyElse')}</option>
          )}
          {team.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField {...field('entity')}>
          <option value="">{t('all')}</option>
          {auditedEntities.map((name) => (
            <option key={name} value={name}>
              {t(`entities.${name}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          {...field('action')}
          disabled={!isAudited(entity)}
          title={isAudited(entity) ? undefined : t('entityFirst')}
        >
          <option value="">{t('all')}</option>
          {isAudited(entity) &&
            auditVerbs[entity].map((verb) => (
              <option key={verb} value={`${entity}.${verb}`}>
                {t(`verbs.${verb}`)}
              </option>
            ))}
        </SelectField>
        <DayField {...day('from')} />
        <DayField {...day('to')} />
      </div>
      {Object.values(search).some(Boolean) && (
        <Button variant="quiet" className="justify-self-start" onClick={() => apply({})}>
          {t('clearFilters')}
        </Button>
      )}
    </fieldset>
  );
}

/** Who acted: one of the team, or nobody but the system. */
function readActor(value: string): AuditSearch {
  return value === SYSTEM ? { actorRole: SYSTEM, actorId: '' } : { actorId: value, actorRole: '' };
}
