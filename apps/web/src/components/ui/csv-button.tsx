'use client';

import type { paths } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { downloadCsv } from '#lib/api/download-csv.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { useToast } from './toast.ts';

interface CsvButtonProps {
  path: keyof paths;
  /** What stands for `{id}` in the path. */
  id?: string;
  /** The filters of the list: exactly what they leave is saved. */
  query?: object;
  /** Only a picture, where there are many of them. */
  isIcon?: boolean;
  /** What is saved, where there are many of them. */
  subject?: string;
}

/** Saves a list as a file for a spreadsheet. */
export function CsvButton({ path, id, query = {}, isIcon = false, subject }: CsvButtonProps) {
  const t = useTranslations('common');
  const toast = useToast();
  const problemText = useProblemText();
  const save = useMutation({
    mutationFn: () => downloadCsv(path, { query, ...(id && { id }) }),
    onError: (error) => toast({ tone: 'trouble', text: problemText(error) }),
  });
  const press = { pending: save.isPending, onClick: () => save.mutate() };
  return isIcon ? (
    <IconButton label={subject ? t('saveCsvOf', { subject }) : t('saveCsv')} {...press}>
      <Download aria-hidden="true" size={20} />
    </IconButton>
  ) : (
    <Button variant="secondary" {...press}>
      <Download aria-hidden="true" size={18} />
      {t('saveCsv')}
    </Button>
  );
}
