'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EraseDialog } from './erase-dialog.tsx';

/** The way out for good. */
export function EraseAccount() {
  const t = useTranslations('myAccount');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" className="text-trouble" onClick={() => setOpen(true)}>
        {t('erase.open')}
      </Button>
      <EraseDialog open={isOpen} onOpenChange={setOpen} />
    </>
  );
}
