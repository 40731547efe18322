'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { ImportRequest, ImportResult } from '#lib/api/types.ts';
import { ImportRows } from './import-rows.tsx';
import { SaveErrors } from './save-errors.tsx';
import { refusedImport, useImport } from './use-import.ts';

interface ImportCheckProps {
  request: ImportRequest;
  result: ImportResult;
  onBack(): void;
  onOtherFile(): void;
  onImported(result: ImportResult): void;
}

/** The third step: what will happen, line by line; with an error anywhere, what has to be mended first. */
export function ImportCheck({ request, result: rehearsed, onBack, onOtherFile, onImported }: ImportCheckProps) {
  const t = useTranslations('adminMembers.importing');
  const importing = useImport(onImported);
  const result = refusedImport(importing.error) ?? rehearsed;
  const { totals, rows } = result;
  const hasErrors = totals.failed > 0;
  const shown = hasErrors ? rows.filter(({ outcome }) => outcome === 'failed') : rows;
  return (
    <div className="grid gap-6">
      <h3 className="font-bold text-2xl tracking-tight">{hasErrors ? t('failedTitle') : t('checkTitle')}</h3>
      {hasErrors && <Notice tone="trouble">{t('errorsText', { count: totals.failed })}</Notice>}
      {!hasErrors && totals.rows === 0 && <Notice>{t('nothing')}</Notice>}
      {!hasErrors && totals.rows > 0 && <Consequences totals={totals} />}
      {!hasErrors && totals.warned > 0 && <Notice tone="wait">{t('warnedText', { count: totals.warned })}</Notice>}
      {hasErrors && <SaveErrors rows={shown} />}
      <ImportRows rows={shown} />
      <FormProblem error={importing.error} />
      <div className="flex flex-wrap gap-3">
        {!hasErrors && totals.rows > 0 && (
          <Button pending={importing.isPending} onClick={() => importing.mutate(request)}>
            {t('confirm', { count: totals.rows })}
          </Button>
        )}
        <Button variant="secondary" onClick={onBack}>
          {t('back')}
        </Button>
        <Button variant={hasErrors ? 'primary' : 'quiet'} onClick={onOtherFile}>
          {t('otherFile')}
        </Button>
      </div>
    </div>
  );
}

const counted = ['created', 'matched', 'tickets', 'invitations'] as const;

function Consequences({ totals }: { totals: ImportResult['totals'] }) {
  const t = useTranslations('adminMembers.importing');
  return (
    <ul className="grid gap-1 text-lg">
      {counted.map((name) => (
        <li key={name} className={totals[name] === 0 ? 'text-muted' : 'font-semibold'}>
          {t(`will.${name}`, { count: totals[name] })}
        </li>
      ))}
      <li className="text-muted">{t('money')}</li>
    </ul>
  );
}
