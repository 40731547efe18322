'use client';

import { type Locale, useFormatter, useTranslations } from 'next-intl';
import { Definition, DefinitionList } from '#components/ui/definition-list.tsx';
import { languageNames } from '#i18n/language-names.ts';
import { Link } from '#i18n/navigation.ts';
import type { Member } from '#lib/api/types.ts';
import { MemberBookings } from './member-bookings.tsx';
import { memberHref } from './member-tab.ts';
import { TicketStanding } from './ticket-standing.tsx';

/** The account, and what comes next. */
export function MemberOverview({ member }: { member: Member }) {
  const t = useTranslations('adminMembers');
  const format = useFormatter();
  const { id, email, emailVerified, role, locale, timeZone, createdAt } = member;
  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <DefinitionList>
        <Definition term={t('email')}>
          <a href={`mailto:${email}`} className="break-all underline underline-offset-4">
            {email}
          </a>{' '}
          <span className="text-muted">({emailVerified ? t('verified') : t('notVerified')})</span>
        </Definition>
        <Definition term={t('ticket')}>
          <Link href={memberHref(id, 'tickets')} prefetch={false} className="inline-block underline underline-offset-4">
            <TicketStanding member={member} />
          </Link>
        </Definition>
        <Definition term={t('role')}>{t(`roles.${role}`)}</Definition>
        <Definition term={t('memberSince')}>{format.dateTime(new Date(createdAt), 'date')}</Definition>
        <Definition term={t('language')}>{languageNames[locale as Locale] ?? locale}</Definition>
        {timeZone && <Definition term={t('timeZone')}>{timeZone}</Definition>}
      </DefinitionList>
      <section aria-labelledby="coming">
        <h3 id="coming" className="pb-3 font-bold text-xl tracking-tight">
          {t('bookings.coming')}
        </h3>
        <MemberBookings userId={id} coming />
      </section>
    </div>
  );
}
