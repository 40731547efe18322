import { CalendarPlus, ChevronLeft, MapPin, UserRound } from 'lucide-react';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { scheduleHref } from '#features/schedule/schedule-search.ts';
import { ViewerTime } from '#features/schedule/session-time.tsx';
import { Link } from '#i18n/navigation.ts';
import { loadStudio } from '#lib/api/load-studio.ts';
import type { SessionDetail } from '#lib/api/types.ts';
import { SessionPanel } from './session-panel.tsx';

/** One session: what, when, with whom, where, on which terms, and the button. */
export async function SessionPage({ session }: { session: SessionDetail }) {
  const [t, format, studio] = await Promise.all([getTranslations('session'), getFormatter(), loadStudio()]);
  const { timeZone, instructor, location } = session;
  const start = new Date(session.startsAt);
  const time = (instant: string) => format.dateTime(new Date(instant), 'time', { timeZone });
  const day = Temporal.Instant.from(session.startsAt).toZonedDateTimeISO(studio.timeZone).toPlainDate();
  return (
    <article className="grid gap-x-12 gap-y-8 pt-6 md:grid-cols-[minmax(0,1fr)_20rem] md:pt-10">
      <div>
        <Link
          href={scheduleHref({ day: day.toString(), filters: {} })}
          className="-ml-1 inline-flex min-h-11 items-center gap-1 font-medium text-muted hover:text-ink"
        >
          <ChevronLeft aria-hidden="true" size={20} />
          {t('back')}
        </Link>
        <h1 className="pt-2 font-bold text-4xl tracking-tight md:text-5xl">{session.class.name}</h1>
        <p className="pt-4 font-semibold text-xl leading-snug md:text-2xl">
          {format.dateTime(start, 'day', { timeZone })}
          <br />
          <time dateTime={session.startsAt}>
            {t('fromTo', { from: time(session.startsAt), to: time(session.endsAt) })}
          </time>
        </p>
        <ViewerTime at={session.startsAt} timeZone={timeZone} />
        <ul className="grid gap-3 pt-6">
          <Fact icon={<UserRound aria-hidden="true" size={20} />}>{instructor.name}</Fact>
          <Fact icon={<MapPin aria-hidden="true" size={20} />}>
            {location.name}
            {location.address && <span className="block text-muted text-sm">{location.address}</span>}
          </Fact>
          <Fact icon={<CalendarPlus aria-hidden="true" size={20} />}>
            <a href={`/api/v1/classes/${session.class.id}/calendar.ics`} className="underline underline-offset-4">
              {t('classCalendar')}
            </a>
          </Fact>
        </ul>
        {session.class.description && (
          <p className="max-w-prose whitespace-pre-line pt-6 leading-relaxed">{session.class.description}</p>
        )}
      </div>
      <SessionPanel
        session={session}
        renderedAt={Date.now()}
        graceMinutes={studio.policy?.promotionGraceMinutes ?? 0}
      />
    </article>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span className="pt-0.5 text-muted">{icon}</span>
      <span>{children}</span>
    </li>
  );
}
