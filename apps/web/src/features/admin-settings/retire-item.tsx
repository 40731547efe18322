'use client';

import { isProblem } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { type CatalogueItem, type CatalogueKind, useRetireItem } from './catalogue-api.ts';
import { StillInUse } from './still-in-use.tsx';

interface RetireItemProps {
  kind: CatalogueKind;
  item: CatalogueItem;
  onRetired(): void;
}

/** Takes something out of the catalogue, or says what still needs it. */
export function RetireItem({ kind, item: { id, name }, onRetired }: RetireItemProps) {
  const t = useTranslations('adminSettings');
  const [isOpen, setOpen] = useState(false);
  const retire = useRetireItem(kind, id, onRetired);
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t('catalogue.retire')}
      </Button>
      <AlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t('catalogue.retireTitle', { name })}
        text={t('catalogue.retireText')}
        keep={t('catalogue.keep')}
        confirm={t('catalogue.retire')}
        onConfirm={retire.mutate}
        pending={retire.isPending}
        error={isProblem(retire.error, 'still_in_use') ? null : retire.error}
      >
        <StillInUse error={retire.error} said="stillInUse" />
      </AlertDialog>
    </>
  );
}
