'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { SavedNote } from '#components/ui/saved-note.tsx';
import { api } from '#lib/api/browser-client.ts';
import { saveFile } from '#lib/save-file.ts';
import { exportFileName } from './export-file-name.ts';

/** Everything that is stored about me, as a file. */
export function DataExport() {
  const t = useTranslations('myAccount');
  const download = useMutation({
    mutationFn: async () => {
      const data = await unwrap(api.GET('/api/v1/me/export'));
      const file = exportFileName(data.exportedAt);
      saveFile(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), file);
      return file;
    },
  });
  return (
    <div className="grid gap-4">
      <FormProblem error={download.error} />
      <div className="flex flex-wrap items-center gap-4">
        <Button variant="secondary" pending={download.isPending} onClick={() => download.mutate()}>
          {t('data.download')}
        </Button>
        <SavedNote>{download.data && t('data.downloaded', { file: download.data })}</SavedNote>
      </div>
    </div>
  );
}
