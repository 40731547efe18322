'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { useToast } from '#components/ui/toast.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { RosterEntry } from '#lib/api/types.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';

/** A free place that the closed list no longer gives goes to one who waits; what stands against it is said. */
export function GivePlace({ entry: { user }, sessionId }: { entry: RosterEntry; sessionId: string }) {
  const t = useTranslations('adminToday');
  const toast = useToast();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const refresh = () => queryClient.invalidateQueries({ queryKey: queryKeys.roster(sessionId) });
  const give = useIntent(
    (userId: string, key) => {
      const params = { path: { id: sessionId } };
      const headers = { 'Idempotency-Key': key };
      return unwrap(api.POST('/api/v1/admin/sessions/{id}/bookings', { params, body: { userId }, headers }));
    },
    {
      onSuccess: () => {
        toast({ text: t('placeGiven', { name: user.name }) });
        return refresh();
      },
      onError: (error) => {
        toast({ text: t('notChanged', { name: user.name, why: problemText(error) }), tone: 'trouble' });
        return refresh();
      },
    },
  );
  return (
    <Button variant="secondary" className="min-h-12" pending={give.isPending} onClick={() => give.mutate(user.id)}>
      {t('givePlace')}
      <span className="sr-only"> {user.name}</span>
    </Button>
  );
}
