'use client';

import { useTranslations } from 'next-intl';
import { Avatar } from '#components/ui/avatar.tsx';
import { BackLink } from '#components/ui/back-link.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { MemberTickets } from '#features/admin-tickets/member-tickets.tsx';
import type { Member } from '#lib/api/types.ts';
import { BlockMember } from './block-member.tsx';
import { ChangeRole } from './change-role.tsx';
import { MemberAudit } from './member-audit.tsx';
import { MemberBookings } from './member-bookings.tsx';
import { MemberDevices } from './member-devices.tsx';
import { MemberOverview } from './member-overview.tsx';
import { MemberPayments } from './member-payments.tsx';
import { type MemberTab, memberHref, memberTabs } from './member-tab.ts';
import { useMember } from './use-member.ts';

/** Everything about one member, a part at a time. */
export function MemberPage({ userId, tab }: { userId: string; tab: MemberTab }) {
  const t = useTranslations('adminMembers');
  const { data: member, error, refetch, isFetching } = useMember(userId);
  const tabs = memberTabs.map((name) => ({
    href: memberHref(userId, name),
    label: t(`tabs.${name}`),
    isCurrent: name === tab,
  }));
  return (
    <>
      <BackLink href="/admin/members">{t('back')}</BackLink>
      {!member && error && <ErrorState error={error} retry={refetch} pending={isFetching} />}
      {!member && !error && <ListSkeleton label={t('loading')} rows={3} />}
      {member && (
        <>
          <PageTitle aside={<Actions member={member} />}>
            <Heading member={member} />
          </PageTitle>
          <Warnings member={member} />
          <TabLinks label={t('tabs.label')} tabs={tabs} className="mb-6" />
          <h2 className="sr-only">{t(`tabs.${tab}`)}</h2>
          <Part member={member} tab={tab} />
        </>
      )}
    </>
  );
}

function Actions({ member }: { member: Member }) {
  return (
    <div className="flex flex-wrap gap-3">
      <ChangeRole member={member} />
      <BlockMember member={member} />
    </div>
  );
}

function Heading({ member: { name, role, email } }: { member: Member }) {
  const t = useTranslations('adminMembers');
  return (
    <span className="flex items-center gap-4">
      <Avatar name={name} size="large" />
      <span className="min-w-0 break-words">
        {name}
        <span className="block break-all pt-1 font-medium text-base text-muted tracking-normal">
          {role === 'member' ? email : `${email} · ${t(`roles.${role}`)}`}
        </span>
      </span>
    </span>
  );
}

function Warnings({ member: { blocked, blockedReason, emailProblem } }: { member: Member }) {
  const t = useTranslations('adminMembers');
  if (!blocked && !emailProblem) return null;
  return (
    <div className="grid gap-3 pb-6">
      {blocked && (
        <Notice tone="trouble">
          {blockedReason ? t('blockedBecause', { reason: blockedReason }) : t('isBlocked')}
        </Notice>
      )}
      {emailProblem && <Notice tone="wait">{t('emailProblemIs', { reason: emailProblem })}</Notice>}
    </div>
  );
}

function Part({ member, tab }: { member: Member; tab: MemberTab }) {
  const userId = member.id;
  switch (tab) {
    case 'overview':
      return <MemberOverview member={member} />;
    case 'tickets':
      return <MemberTickets userId={userId} />;
    case 'bookings':
      return <MemberBookings userId={userId} />;
    case 'payments':
      return <MemberPayments userId={userId} />;
    case 'devices':
      return <MemberDevices userId={userId} />;
    case 'audit':
      return <MemberAudit userId={userId} />;
  }
}
