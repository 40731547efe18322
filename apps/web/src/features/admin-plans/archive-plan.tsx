'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { useToast } from '#components/ui/toast.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminTicketPlan } from '#lib/api/types.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';

/** Takes a plan off the shop, or puts it back at its end. Either can be undone, so neither asks. */
export function ArchivePlan({ plan: { id, name, isActive } }: { plan: AdminTicketPlan }) {
  const t = useTranslations('adminPlans');
  const toast = useToast();
  const problemText = useProblemText();
  const queryClient = useQueryClient();
  const sell = useMutation({
    mutationFn: async (isForSale: boolean) => {
      const params = { path: { id } };
      if (isForSale) await unwrap(api.PATCH('/api/v1/admin/ticket-plans/{id}', { params, body: { isActive: true } }));
      else await unwrap(api.DELETE('/api/v1/admin/ticket-plans/{id}', { params }));
    },
    onSuccess: async (_, isForSale) => {
      const undo = { label: t('undo'), onPress: () => sell.mutate(!isForSale) };
      toast({ tone: 'good', text: t(isForSale ? 'restored' : 'archivedNow', { name }), action: undo });
      await queryClient.invalidateQueries({ queryKey: queryKeys.adminPlans });
    },
    onError: (error) => toast({ tone: 'trouble', text: problemText(error) }),
  });
  return (
    <Button variant="secondary" pending={sell.isPending} onClick={() => sell.mutate(!isActive)}>
      {isActive ? t('archive') : t('restore')}
    </Button>
  );
}
