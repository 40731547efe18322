'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { DialogActions } from '#components/ui/dialog-actions.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { useToast } from '#components/ui/toast.ts';
import type { Member } from '#lib/api/types.ts';
import { roles } from './member-search.ts';
import { useChangeMember, useMember } from './use-member.ts';

/** What somebody may do in the studio. */
export function ChangeRole({ member }: { member: Member }) {
  const t = useTranslations('adminMembers');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('changeRole.action')}
      </Button>
      {isOpen && <RoleDialog member={member} onClose={() => setOpen(false)} />}
    </>
  );
}

function RoleDialog({ member, onClose }: { member: Member; onClose(): void }) {
  const t = useTranslations('adminMembers');
  const toast = useToast();
  const { name } = member;
  const [role, setRole] = useState(member.role);
  const { refetch } = useMember(member.id);
  const change = useChangeMember(member, (changed) => {
    toast({ tone: 'good', text: t('changeRole.done', { name, role: t(`roles.${changed.role}`) }) });
    onClose();
  });
  return (
    <Dialog open onOpenChange={onClose} title={t('changeRole.title', { name })}>
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ role });
        }}
      >
        <RadioGroup
          legend={t('changeRole.choices')}
          value={role}
          choices={roles.map((value) => ({
            value,
            label: t(`roles.${value}`),
            hint: t(`changeRole.hints.${value}`),
          }))}
          onChange={(event) => setRole(event.target.value as Member['role'])}
        />
        <EditProblem error={change.error} reload={() => refetch({ throwOnError: true })} onLoaded={change.reset} />
        <DialogActions>
          <Button variant="secondary" onClick={onClose}>
            {t('changeRole.cancel')}
          </Button>
          <Button type="submit" pending={change.isPending} disabled={role === member.role}>
            {t('changeRole.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
