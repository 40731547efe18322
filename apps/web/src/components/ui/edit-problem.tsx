'use client';

import { isProblem } from '@openmat/api-client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from './button.tsx';
import { FormProblem } from './form-problem.tsx';
import { Notice } from './notice.tsx';

interface EditProblemProps {
  error: Error | null;
  /** Reads what is edited once more; rejects when that fails. The form takes it over with `values` and `keepDirtyValues`. */
  reload(): Promise<unknown>;
  /** Forgets the error; the next save names the version that was read. */
  onLoaded(): void;
  /** Names of the fields that are no longer as they were, where the page knows. */
  changed?: readonly string[];
}

/** Why a change was not accepted. If somebody else was faster: how to go on without losing what was typed. */
export function EditProblem({ error, reload, onLoaded, changed = [] }: EditProblemProps) {
  const t = useTranslations('common');
  const load = useMutation({ mutationFn: reload, onSuccess: onLoaded });
  if (!isProblem(error, 'version_conflict')) return <FormProblem error={error} />;
  return (
    <Notice tone="wait" role="alert" className="grid gap-3">
      <p>
        {t('changedMeanwhile')} {changed.length > 0 && t('changedFields', { fields: changed.join(', ') })}
      </p>
      <FormProblem error={load.error} />
      <Button
        variant="secondary"
        className="justify-self-start"
        pending={load.isPending}
        onClick={() => load.mutate(undefined)}
      >
        {t('loadPresentState')}
      </Button>
    </Notice>
  );
}
