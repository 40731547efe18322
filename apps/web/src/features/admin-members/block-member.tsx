'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { TextField } from '#components/ui/field.tsx';
import { LazyAlertDialog } from '#components/ui/lazy-alert-dialog.tsx';
import { useToast } from '#components/ui/toast.ts';
import type { Member } from '#lib/api/types.ts';
import { useChangeMember, useMember } from './use-member.ts';

const MAX_REASON = 500;

/** Keeps somebody out, or lets them in again, after saying what that means. */
export function BlockMember({ member }: { member: Member }) {
  const { name, blocked } = member;
  const verb = blocked ? 'unblock' : 'block';
  // The question stays what it was while it closes, by when the answer has turned it around.
  const [asked, setAsked] = useState<'block' | 'unblock'>(verb);
  const t = useTranslations('adminMembers');
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { refetch } = useMember(member.id);
  const change = useChangeMember(member, () => {
    setOpen(false);
    setReason('');
    toast({ tone: 'good', text: t(`${asked}.done`, { name }) });
  });
  const given = reason.trim();
  return (
    <>
      <Button
        variant="secondary"
        onClick={() => {
          setAsked(verb);
          setOpen(true);
        }}
      >
        {t(`${verb}.action`)}
      </Button>
      <LazyAlertDialog
        open={isOpen}
        onOpenChange={(open) => {
          change.reset();
          setOpen(open);
        }}
        title={t(`${asked}.title`, { name })}
        text={t(`${asked}.text`)}
        keep={t(`${asked}.keep`)}
        confirm={t(`${asked}.action`)}
        onConfirm={() => change.mutate({ blocked: asked === 'block', ...(given && { reason: given }) })}
        pending={change.isPending}
      >
        <TextField
          label={t('block.reason')}
          hint={t('block.reasonHint')}
          optional
          value={reason}
          maxLength={MAX_REASON}
          onChange={(event) => setReason(event.target.value)}
        />
        <EditProblem error={change.error} reload={() => refetch({ throwOnError: true })} onLoaded={change.reset} />
      </LazyAlertDialog>
    </>
  );
}
