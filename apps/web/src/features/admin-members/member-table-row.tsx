'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import { Td } from '#components/ui/table.tsx';
import { Link } from '#i18n/navigation.ts';
import type { MemberRow } from '#lib/api/types.ts';
import { memberHref } from './member-tab.ts';
import { TicketStanding } from './ticket-standing.tsx';

/** One member in the list. */
export function MemberTableRow({ member }: { member: MemberRow }) {
  const t = useTranslations('adminMembers');
  const format = useFormatter();
  const { id, name, email, role, blocked, emailProblem, createdAt } = member;
  return (
    <tr>
      <Td>
        <Link
          href={memberHref(id)}
          prefetch={false}
          className="break-words font-semibold underline-offset-4 hover:underline"
        >
          {name}
        </Link>
        <span className="block break-all text-muted text-sm">{email}</span>
        {(blocked || emailProblem) && (
          <span className="flex flex-wrap gap-2 pt-1">
            {blocked && <Badge tone="trouble">{t('blocked')}</Badge>}
            {emailProblem && <Badge tone="wait">{t('emailProblem')}</Badge>}
          </span>
        )}
        {role !== 'member' && <span className="block text-sm md:hidden">{t(`roles.${role}`)}</span>}
      </Td>
      <Td>
        <TicketStanding member={member} />
      </Td>
      <Td wide className={role === 'member' ? 'text-muted' : 'font-semibold'}>
        {t(`roles.${role}`)}
      </Td>
      <Td wide className="whitespace-nowrap">
        {format.dateTime(new Date(createdAt), 'date')}
      </Td>
    </tr>
  );
}
