'use client';

import type { paths } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { downloadCsv } from '#lib/api/download-csv.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { Button } from './button.tsx';
import { useToast } from './toast.ts';

interface CsvButtonProps {
  path: keyof paths;
  /** The filters of the list: exactly what they leave is saved. */
  query: object;
}

/** Saves a list as a file for a spreadsheet. */
export function CsvButton({ path, query }: CsvButtonProps) {
  const t = useTranslations('common');
  const toast = useToast();
  const problemText = useProblemText();
  const save = useMutation({
    mutationFn: () => downloadCsv(path, query),
    onError: (error) => toast({ tone: 'trouble', text: problemText(error) }),
  });
  return (
    <Button variant="secondary" pending={save.isPending} onClick={() => save.mutate()}>
      <Download aria-hidden="true" size={18} />
      {t('saveCsv')}
    </Button>
  );
}
