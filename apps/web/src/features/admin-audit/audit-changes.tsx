'use client';

import { useTranslations } from 'next-intl';
import type { AuditRow } from '#lib/api/types.ts';
import { useAuditTexts } from './use-audit-texts.ts';

/** What was recorded, field by field: how it was and how it is. */
export function AuditChanges({ row }: { row: AuditRow }) {
  const t = useTranslations('adminAudit');
  const { changesOf, fieldText, valueText, zoneOf } = useAuditTexts();
  const timeZone = zoneOf(row);
  const changes = changesOf(row);
  if (changes.length === 0) return <p className="text-muted">{t('noFields')}</p>;
  return (
    <dl className="grid gap-2">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="grid gap-x-4 sm:grid-cols-[minmax(8rem,1fr)_minmax(0,3fr)]">
          <dt className="text-muted">{fieldText(field)}</dt>
          <dd className="min-w-0 break-words">
            {before && (
              <del className={after ? 'text-muted' : ''}>
                <span className="sr-only">{t('was')} </span>
                {valueText(before, timeZone)}
              </del>
            )}
            {before && after && <span aria-hidden="true"> → </span>}
            {after && (
              <ins className="font-medium no-underline">
                <span className="sr-only">{t('is')} </span>
                {valueText(after, timeZone)}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
