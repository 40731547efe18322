'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { useToast } from '#components/ui/toast.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Webhook } from '#lib/api/types.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { hostOf } from './webhook-state.ts';

/** Switches a webhook off, or on again. Either can be undone, so neither asks. */
export function SwitchWebhook({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('adminWebhooks');
  const toast = useToast();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const { id, state } = webhook;
  const change = useMutation({
    mutationFn: (active: boolean) =>
      unwrap(api.PATCH('/api/v1/admin/webhooks/{id}', { params: { path: { id } }, body: { active } })),
    onSuccess: async (saved, active) => {
      toast({ tone: 'good', text: t(active ? 'switchedOn' : 'switchedOff', { host: hostOf(saved) }) });
      await queryClient.invalidateQueries({ queryKey: queryKeys.webhooks });
    },
    onError: (error) => toast({ tone: 'trouble', text: problemText(error) }),
  });
  const isActive = state === 'active';
  return (
    <Button variant="secondary" pending={change.isPending} onClick={() => change.mutate(!isActive)}>
      {isActive ? t('switchOff') : t('switchOn')}
    </Button>
  );
}
