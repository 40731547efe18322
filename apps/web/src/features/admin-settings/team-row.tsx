'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Avatar } from '#components/ui/avatar.tsx';
import { controlClass } from '#components/ui/labelled.tsx';
import { LazyAlertDialog } from '#components/ui/lazy-alert-dialog.tsx';
import { Select } from '#components/ui/select.tsx';
import { Link } from '#i18n/navigation.ts';
import type { TeamMember } from '#lib/api/types.ts';
import { useSession } from '#lib/auth/use-session.ts';
import { type Role, useChangeRole } from './use-change-role.ts';

const roles = ['admin', 'staff', 'member'] as const;

/** One of the team, and what they may do. Another role is asked about first. */
export function TeamRow({ person: { id, name, email, role, version } }: { person: TeamMember }) {
  const t = useTranslations('adminSettings');
  const [wanted, setWanted] = useState<Role | null>(null);
  const change = useChangeRole(() => setWanted(null));
  const isSelf = useSession().user?.id === id;
  const close = () => {
    setWanted(null);
    change.reset();
  };
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 gap-y-2 border-line border-b py-3 sm:grid-cols-[auto_minmax(0,1fr)_11rem]">
      <Avatar name={name} />
      <div className="min-w-0">
        <Link
          href={`/admin/members/${id}`}
          prefetch={false}
          className="font-semibold underline-offset-4 hover:underline"
        >
          {isSelf ? t('team.you', { name }) : name}
        </Link>
        <p className="truncate text-muted text-sm">{email}</p>
      </div>
      <div className="col-start-2 sm:col-start-3">
        <Select
          aria-label={t('team.roleOf', { name })}
          className={controlClass}
          value={role}
          onChange={(event) => setWanted(roles.find((known) => known === event.target.value) ?? null)}
        >
          {roles.map((each) => (
            <option key={each} value={each}>
              {t(`team.roles.${each}`)}
            </option>
          ))}
        </Select>
      </div>
      <LazyAlertDialog
        open={wanted !== null}
        onOpenChange={close}
        title={t('team.changeTitle', { name })}
        text={t(`team.becomes.${wanted ?? role}`, { name })}
        keep={t('team.keep')}
        confirm={t('team.change')}
        onConfirm={() => wanted && change.mutate({ userId: id, role: wanted, version })}
        pending={change.isPending}
        error={change.error}
      />
    </li>
  );
}
