'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useToast } from '#components/ui/toast.ts';
import { SellTicketForm } from '#features/admin-today/walk-in/sell-ticket-form.tsx';
import { queryKeys } from '#lib/api/query-keys.ts';

/** Hands a member a ticket that was paid at the desk. */
export function SellTicket({ userId }: { userId: string }) {
  const t = useTranslations('adminTickets');
  const queryClient = useQueryClient();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('sell')}
      </Button>
      {isOpen && (
        <Dialog open onOpenChange={close} title={t('sell')}>
          <SellTicketForm
            person={{ id: userId }}
            session={null}
            onChange={({ name }) => {
              close();
              toast({ tone: 'good', text: t('done.sell', { name }) });
              return queryClient.invalidateQueries({ queryKey: queryKeys.admin });
            }}
          />
        </Dialog>
      )}
    </>
  );
}
