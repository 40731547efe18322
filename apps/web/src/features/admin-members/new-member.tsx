'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type Locale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';

const NewMemberDialog = dynamic(() => import('./new-member-dialog.tsx').then((module) => module.NewMemberDialog));

/** Opens the form for somebody who has no account yet. */
export function NewMember({ locales }: { locales: readonly Locale[] }) {
  const t = useTranslations('adminMembers');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" size={18} />
        {t('add')}
      </Button>
      {isOpen && <NewMemberDialog locales={locales} onClose={() => setOpen(false)} />}
    </>
  );
}
