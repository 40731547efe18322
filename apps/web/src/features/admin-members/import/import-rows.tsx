'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import type { ImportResult } from '#lib/api/types.ts';
import { useRowErrorText } from './use-row-error-text.ts';

type Row = ImportResult['rows'][number];

/** Enough to see that it is right; the totals count all, and more of them come on request. */
const PAGE_SIZE = 100;

const tones: Record<Row['outcome'], Tone> = { created: 'good', matched: 'neutral', failed: 'trouble' };

/** The lines of a file, each with what becomes of it. */
export function ImportRows({ rows }: { rows: Row[] }) {
  const t = useTranslations('adminMembers.importing');
  const common = useTranslations('common');
  const [shown, setShown] = useState(PAGE_SIZE);
  if (rows.length === 0) return null;
  const head = (
    <>
      <Th numeric>{t('line')}</Th>
      <Th>{t('person')}</Th>
      <Th>{t('outcome')}</Th>
    </>
  );
  return (
    <>
      <Table label={t('table')} head={head}>
        {rows.slice(0, shown).map((row) => (
          <ImportRow key={row.line} row={row} />
        ))}
      </Table>
      {rows.length > shown && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <p className="text-muted">{t('showing', { count: shown, all: rows.length })}</p>
          <Button variant="secondary" onClick={() => setShown(shown + PAGE_SIZE)}>
            {common('showMore')}
          </Button>
        </div>
      )}
    </>
  );
}

function ImportRow({ row }: { row: Row }) {
  const t = useTranslations('adminMembers.importing');
  const { line, name, email, outcome, ticket, errors, warnings } = row;
  const errorText = useRowErrorText();
  return (
    <tr>
      <Td numeric className="w-px text-muted">
        {line}
      </Td>
      <Td>
        <span className="block break-words font-semibold">{name || email}</span>
        {name && <span className="block break-all text-muted text-sm">{email}</span>}
      </Td>
      <Td>
        <Badge tone={tones[outcome]}>{t(`outcomes.${outcome}`)}</Badge>
        {ticket && <TicketToBe ticket={ticket} />}
        {errors.map((error) => (
          <span key={error.field} className="block pt-1 text-sm text-trouble">
            {errorText(error)}
          </span>
        ))}
        {warnings.map((code) => (
          <span key={code} className="block pt-1 text-sm text-wait">
            {t(`warnings.${code}`)}
          </span>
        ))}
      </Td>
    </tr>
  );
}

function TicketToBe({ ticket: { name, entries, validUntil } }: { ticket: NonNullable<Row['ticket']> }) {
  const t = useTranslations('adminMembers');
  const format = useFormatter();
  const facts = [
    name,
    entries === null ? t('unlimited') : t('entries', { count: entries }),
    ...(validUntil ? [t('until', { date: format.dateTime(new Date(validUntil), 'date') })] : []),
  ];
  return <span className="block pt-1 text-muted text-sm">{facts.join(' · ')}</span>;
}
