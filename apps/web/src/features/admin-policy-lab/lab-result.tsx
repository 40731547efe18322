'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { useFigures } from '#features/admin-analytics/use-figures.ts';
import { type Comparison, compareOutcomes } from './compare-outcomes.ts';
import type { LabAnswer } from './lab-types.ts';
import type { LabRequest } from './lab-values.ts';
import { ReplayedRules } from './replayed-rules.tsx';
import { useVerdict } from './use-verdict.ts';

interface LabResultProps {
  answer: LabAnswer;
  replayed: LabRequest;
  /** The form says other rules by now. */
  isOutdated: boolean;
}

/** What happened beside what would have been under which rules, and what that takes for granted. */
export function LabResult({ answer, replayed, isOutdated }: LabResultProps) {
  const t = useTranslations('adminPolicyLab');
  const { date } = useFigures();
  const verdict = useVerdict();
  const { period, changed } = answer;
  if (changed.sessions === 0) return <p className="py-12 text-center text-muted">{t('empty')}</p>;
  return (
    <section aria-labelledby="result" className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div>
        <h2 id="result" className="pb-2 font-bold text-2xl tracking-tight">
          {t('result')}
        </h2>
        <ReplayedRules rules={replayed.policy} />
        {isOutdated && (
          <Notice tone="wait" className="mb-3">
            {t('otherRulesTyped')}
          </Notice>
        )}
        <p className="font-semibold text-lg">{verdict(answer)}</p>
        <p className="text-muted">
          {t('about', { sessions: changed.sessions, from: date(period.from), to: date(period.to) })}
        </p>
      </div>
      <Outcomes rows={compareOutcomes(answer)} />
      <p className="max-w-prose text-muted text-sm">{t('howToRead')}</p>
      <Assumptions codes={answer.assumptions.map(({ code }) => code)} />
    </section>
  );
}

/** All columns have to be seen at once to be compared, also on a phone. */
const wrapping = 'max-sm:whitespace-normal! max-sm:text-sm';

function Outcomes({ rows }: { rows: Comparison[] }) {
  const t = useTranslations('adminPolicyLab');
  const { number, share } = useFigures();
  const differenceOf = useDifference();
  const head = (
    <>
      <Th>{t('measure')}</Th>
      <Th numeric className="whitespace-normal!">
        {t('actual')}
      </Th>
      <Th numeric className="whitespace-normal!">
        {t('replayed')}
      </Th>
      <Th numeric className="whitespace-normal!">
        {t('changed')}
      </Th>
      <Th numeric className="whitespace-normal!">
        {t('difference')}
      </Th>
    </>
  );
  return (
    <Table label={t('result')} head={head}>
      {rows.map((row) => {
        const write = (value: number | null) =>
          row.measure === 'fillRate' || value === null ? share(value) : number(value);
        return (
          <tr key={row.measure}>
            <th scope="row" className="hyphens-auto py-3 pr-3 font-medium max-sm:text-sm">
              {t(`measures.${row.measure}`)}
            </th>
            <Td numeric className={wrapping}>
              {write(row.actual)}
            </Td>
            <Td numeric className={wrapping}>
              {write(row.unchanged)}
            </Td>
            <Td numeric className={wrapping}>
              {write(row.changed)}
            </Td>
            <Td numeric className={`font-semibold ${wrapping}`}>
              {differenceOf(row)}
            </Td>
          </tr>
        );
      })}
    </Table>
  );
}

/** By how much, with its sign, and in parts of a hundred. */
function useDifference(): (row: Comparison) => string {
  const t = useTranslations('adminPolicyLab');
  const { signed, signedShare } = useFigures();
  return ({ measure, difference, change }) => {
    if (difference === null || difference === 0) return t('none');
    if (measure === 'fillRate') return t('points', { by: signed(Math.round(difference * 1_000) / 10) });
    return [signed(difference), change !== null && t('percent', { by: signedShare(change) })].filter(Boolean).join(' ');
  };
}

function Assumptions({ codes }: { codes: LabAnswer['assumptions'][number]['code'][] }) {
  const t = useTranslations('adminPolicyLab');
  return (
    <div className="max-w-prose">
      <h3 className="pb-2 font-bold text-lg">{t('assumptions')}</h3>
      <ul className="grid list-disc gap-1.5 pl-5">
        {codes.map((code) => (
          <li key={code}>{t(`assume.${code}`)}</li>
        ))}
      </ul>
    </div>
  );
}
