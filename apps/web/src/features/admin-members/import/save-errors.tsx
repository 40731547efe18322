'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { ImportResult } from '#lib/api/types.ts';
import { csvText } from '#lib/format/csv-text.ts';
import { saveFile } from '#lib/save-file.ts';
import { useRowErrorText } from './use-row-error-text.ts';

/** Saves the lines that have errors, for whoever corrects the file. */
export function SaveErrors({ rows }: { rows: ImportResult['rows'] }) {
  const t = useTranslations('adminMembers.importing');
  const errorText = useRowErrorText();
  const save = () => {
    const head = [t('line'), t('fields.name'), t('fields.email'), t('outcomes.failed')];
    const lines = rows.map(({ line, name, email, errors }) => [line, name, email, errors.map(errorText).join('; ')]);
    saveFile(new Blob([csvText([head, ...lines])], { type: 'text/csv' }), 'import-errors.csv');
  };
  return (
    <Button variant="secondary" className="justify-self-start" onClick={save}>
      <Download aria-hidden="true" size={18} />
      {t('saveErrors')}
    </Button>
  );
}
