'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Td } from '#components/ui/table.tsx';
import { Link } from '#i18n/navigation.ts';
import type { AdminSession } from '#lib/api/types.ts';

/** One session in the list of the studio. */
export function SessionTableRow({ session }: { session: AdminSession }) {
  const t = useTranslations('adminSessions');
  const format = useFormatter();
  const { timeZone, activeCount, waitingCount, capacity, state } = session;
  const start = new Date(session.startsAt);
  const isCanceled = state === 'canceled';
  return (
    <tr className={isCanceled ? 'text-muted' : ''}>
      <Td className="whitespace-nowrap">
        <span className="block font-semibold">{format.dateTime(start, 'time', { timeZone })}</span>
        <span className="block text-muted text-sm">{format.dateTime(start, 'shortDay', { timeZone })}</span>
      </Td>
      <Td>
        <Link
          href={`/admin/sessions/${session.id}`}
          prefetch={false}
          className="font-semibold underline-offset-4 hover:underline"
        >
          {session.class.name}
        </Link>
        <span className="block text-muted text-sm md:hidden">
          {t('withAt', { instructor: session.instructor.name, location: session.location.name })}
        </span>
        {isCanceled && <span className="block font-semibold text-sm text-trouble">{t('states.canceled')}</span>}
      </Td>
      <Td wide>{session.instructor.name}</Td>
      <Td wide>{session.location.name}</Td>
      <Td numeric>
        <span className={activeCount > capacity ? 'font-semibold text-trouble' : ''}>
          {t('taken', { active: activeCount, capacity })}
        </span>
        {waitingCount > 0 && (
          <span className="block text-sm text-wait">{t('waitingCount', { count: waitingCount })}</span>
        )}
      </Td>
    </tr>
  );
}
