'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';

const EraseDialog = dynamic(() => import('./erase-dialog.tsx').then((module) => module.EraseDialog));

/** The way out for good. */
export function EraseAccount() {
  const t = useTranslations('myAccount');
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const open = () => {
    setOpen(true);
    setWasOpened(true);
  };
  return (
    <>
      <Button variant="secondary" className="text-trouble" onClick={open}>
        {t('erase.open')}
      </Button>
      {wasOpened && <EraseDialog open={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
