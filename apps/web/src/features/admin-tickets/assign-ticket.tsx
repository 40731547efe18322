'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { useToast } from '#components/ui/toast.ts';
import { AssignForm } from './assign-form.tsx';
import { useAssign } from './use-assign.ts';

/** Hands a ticket to a member without a payment. */
export function AssignTicket({ userId }: { userId: string }) {
  const t = useTranslations('adminTickets');
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const assign = useAssign(({ name }) => {
    close();
    toast({ tone: 'good', text: t('done.assign', { name }) });
  });
  const open = () => {
    if (assign.isError) assign.reset();
    setOpen(true);
  };
  return (
    <>
      <Button variant="secondary" onClick={open}>
        {t('assign')}
      </Button>
      {isOpen && (
        <Dialog open onOpenChange={close} title={t('assign')}>
          <AssignForm userId={userId} assign={assign} onClose={close} />
        </Dialog>
      )}
    </>
  );
}
