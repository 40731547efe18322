'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { SavedNote } from '#components/ui/saved-note.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Preferences } from '#lib/api/types.ts';
import { ReminderFields } from './reminder-fields.tsx';

/** The choices as they were saved, to be changed and saved again. */
export function PreferencesForm({ saved }: { saved: Preferences }) {
  const t = useTranslations('myAccount');
  const [draft, setDraft] = useState(saved);
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: (body: Preferences) => unwrap(api.PUT('/api/v1/me/notifications', { body })),
    onSuccess: (preferences) => queryClient.setQueryData(queryKeys.preferences, preferences),
  });
  const change = (part: Partial<Preferences>) => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft);
  };
  return (
    <form onSubmit={submit} className="grid gap-5">
      <div>
        {(['bookings', 'tickets'] as const).map((name) => (
          <Checkbox
            key={name}
            label={t(`mails.${name}`)}
            hint={t(`mailsText.${name}`)}
            checked={draft[name]}
            onChange={({ target }) => change({ [name]: target.checked })}
          />
        ))}
      </div>
      <ReminderFields chosen={draft.reminders} onChange={(reminders) => change({ reminders })} />
      <FormProblem error={save.error} />
      <div className="flex items-center gap-4">
        <Button type="submit" variant="secondary" pending={save.isPending}>
          {t('save')}
        </Button>
        <SavedNote>{save.isSuccess && t('saved')}</SavedNote>
      </div>
    </form>
  );
}
