'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { type Role, useChangeRole } from './use-change-role.ts';

interface ExistingAccountProps {
  userId: string;
  role: Role;
  onDone(): void;
}

/** Whoever was to be invited has an account already: it can be given the role. */
export function ExistingAccount({ userId, role, onDone }: ExistingAccountProps) {
  const t = useTranslations('adminSettings');
  const change = useChangeRole(onDone);
  return (
    <Notice tone="wait" role="alert" className="grid gap-3">
      <p>{t('team.hasAccount')}</p>
      <FormProblem error={change.error} />
      <Button
        variant="secondary"
        className="justify-self-start"
        pending={change.isPending}
        onClick={() => change.mutate({ userId, role })}
      >
        {t(`team.give.${role}`)}
      </Button>
    </Notice>
  );
}
