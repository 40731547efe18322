'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminTicketPlan } from '#lib/api/types.ts';

interface Move {
  plan: AdminTicketPlan;
  position: number;
}

/** Moves a plan in the shop; the list shows it at once, and goes back to what the API says when that refuses. */
export function useMovePlan() {
  const t = useTranslations('adminPlans');
  const queryClient = useQueryClient();
  const [said, say] = useState('');
  const { mutate, error } = useMutation({
    // Moves are made one after the other: each says where its plan stands then.
    scope: { id: 'move-plan' },
    mutationFn: ({ plan: { id }, position }: Move) =>
      unwrap(api.PATCH('/api/v1/admin/ticket-plans/{id}', { params: { path: { id } }, body: { position } })),
    onMutate: ({ plan, position }) =>
      queryClient.setQueryData<AdminTicketPlan[]>(queryKeys.adminPlans, (plans = []) =>
        plans.filter(({ id }) => id !== plan.id).toSpliced(position, 0, plan),
      ),
    onSettled: () => {
      const isLast = queryClient.isMutating({ mutationKey: ['move-plan'] }) <= 1;
      return isLast ? queryClient.invalidateQueries({ queryKey: queryKeys.adminPlans }) : undefined;
    },
    mutationKey: ['move-plan'],
  });
  const move = (plan: AdminTicketPlan, position: number, count: number) => {
    mutate({ plan, position });
    say(t('moved', { name: plan.name, place: position + 1, count }));
  };
  return { move, said, problem: error };
}
