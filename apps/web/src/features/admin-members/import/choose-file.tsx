'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FileField } from '#components/ui/file-field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { fileRefusal } from './file-refusal.ts';
import { type ChosenFile, useReadFile } from './use-import.ts';

const MAX_BYTES = 5 * 1024 * 1024;

/** The first step: which file. It is read as soon as it is chosen. */
export function ChooseFile({ onRead }: { onRead(file: ChosenFile): void }) {
  const t = useTranslations('adminMembers.importing');
  const read = useReadFile(onRead);
  const [isTooLarge, setTooLarge] = useState(false);
  const refusal = fileRefusal(read.error);
  const choose = (file: File | undefined) => {
    read.reset();
    setTooLarge(file !== undefined && file.size > MAX_BYTES);
    if (file && file.size <= MAX_BYTES) read.mutate(file);
  };
  return (
    <div className="grid gap-6" aria-busy={read.isPending}>
      <p className="max-w-prose">{t('about')}</p>
      <div role="alert" className="contents">
        <FileField
          label={t('file')}
          hint={t('fileHint')}
          accept=".csv,text/csv,text/plain"
          error={isTooLarge ? t('tooLarge') : refusal && t(`refused.${refusal.code}`, refusal.values)}
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </div>
      {!refusal && <FormProblem error={read.error} />}
    </div>
  );
}
