'use client';

import { useTranslations } from 'next-intl';
import { AuditList } from '#features/admin-audit/audit-list.tsx';

/** What was done to a member: to the account, its tickets, bookings and payments. */
export function MemberAudit({ userId }: { userId: string }) {
  const t = useTranslations('adminMembers');
  return <AuditList search={{ memberId: userId }} empty={t('audit.empty')} />;
}
