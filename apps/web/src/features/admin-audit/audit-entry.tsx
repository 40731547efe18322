'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useReasonText } from '#features/tickets/use-reason-text.ts';
import { Link } from '#i18n/navigation.ts';
import type { AuditRow } from '#lib/api/types.ts';
import { AuditChanges } from './audit-changes.tsx';
import { auditHref } from './audit-search.ts';
import { useAuditTexts } from './use-audit-texts.ts';

/** One thing that was done: a sentence, and behind it everything that was recorded. */
export function AuditEntry({ row }: { row: AuditRow }) {
  const t = useTranslations('adminAudit');
  const format = useFormatter();
  const { sentence } = useAuditTexts();
  const reasonText = useReasonText();
  const id = `audit-${row.id}`;
  const { entity, entityId, reason, requestId, address, actor } = row;
  return (
    <li className="grid gap-x-6 gap-y-1 border-line border-b py-3 md:grid-cols-[10rem_minmax(0,1fr)]">
      <p className="text-muted text-sm md:leading-6">
        {format.dateTime(new Date(row.at), 'momentOfYear')}
        {actor.role !== 'system' && <span className="block">{t(`roles.${actor.role}`)}</span>}
      </p>
      <div className="min-w-0">
        <h2 id={id} className="break-words font-semibold text-base">
          {sentence(row)}
        </h2>
        {reason && <p className="break-words">{t('because', { reason: reasonText(reason) })}</p>}
        <details className="text-sm">
          <summary aria-describedby={id} className="min-h-8 cursor-pointer py-1.5 text-muted">
            {t('details')}
          </summary>
          <AuditChanges row={row} />
          <p className="flex flex-wrap gap-x-4 gap-y-1 break-all pt-3 text-muted">
            <Link href={auditHref({ entity, entityId })} prefetch={false} className="py-1 underline underline-offset-4">
              {t('onlyThis')}
            </Link>
            {actor.id && (
              <Link
                href={auditHref({ actorId: actor.id })}
                prefetch={false}
                className="py-1 underline underline-offset-4"
              >
                {t('onlyActor', { name: actor.name ?? '' })}
              </Link>
            )}
            {requestId && <span className="py-1">{t('request', { id: requestId })}</span>}
            {address && <span className="py-1">{t('address', { address })}</span>}
          </p>
        </details>
      </div>
    </li>
  );
}
