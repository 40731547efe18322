import { CalendarPlus, CalendarSync, ChevronLeft, MapPin, Share2, UserRound } from 'lucide-react';
import { getFormatter, getTranslations } from 'next-intl/server';
import { type ReactNode, Suspense } from 'react';
import { scheduleHref } from '#features/schedule/schedule-search.ts';
import { ViewerTime } from '#features/schedule/session-time.tsx';
import { Link } from '#i18n/navigation.ts';
import { loadStudio } from '#lib/api/load-studio.ts';
import type { SessionDetail } from '#lib/api/types.ts';
import { OtherDates } from './other-dates.tsx';
import { SessionPanel } from './session-panel.tsx';
import { ShareButton } from './share-button.tsx';

const iconLooks = { 'aria-hidden': true, size: 20 } as const;

/** One session: what, when, with whom, where, on which terms, and the button. */
export async function SessionPage({ session }: { session: SessionDetail }) {
  const [t, format, studio] = await Promise.all([getTranslations('session'), getFormatter(), loadStudio()]);
  const { timeZone, instructor, location } = session;
  const start = new Date(session.startsAt);
  const time = (instant: string) => format.dateTime(new Date(instant), 'time', { timeZone });
  const day = Temporal.Instant.from(session.startsAt).toZonedDateTimeISO(studio.timeZone).toPlainDate();
  const isCanceled = session.state === 'canceled';
  return (
    <>
      <Link
        href={scheduleHref({ day: day.toString(), filters: {} })}
        className="mt-6 -ml-1 inline-flex min-h-11 items-center gap-1 font-medium text-muted hover:text-ink md:mt-10"
      >
        <ChevronLeft {...iconLooks} />
        {t('back')}
      </Link>
      <article className="grid gap-x-12 gap-y-8 md:grid-cols-[minmax(0,1fr)_20rem] md:grid-rows-[auto_1fr]">
        <div>
          <h1
            className={`wrap-anywhere hyphens-auto pt-2 font-bold text-4xl tracking-tight md:text-5xl ${isCanceled ? 'text-muted line-through' : ''}`}
          >
            {session.class.name}
          </h1>
          <p
            className={`pt-4 font-semibold text-xl leading-snug first-letter:uppercase md:text-2xl ${isCanceled ? 'text-muted' : ''}`}
          >
            {format.dateTime(start, 'day', { timeZone })}
            <br />
            <time dateTime={session.startsAt}>
              {t('fromTo', { from: time(session.startsAt), to: time(session.endsAt) })}
            </time>
          </p>
          <ViewerTime at={session.startsAt} timeZone={timeZone} />
          <ul className="grid gap-3 pt-6">
            <Fact icon={<UserRound {...iconLooks} />}>{instructor.name}</Fact>
            <Fact icon={<MapPin {...iconLooks} />}>
              {location.name}
              {location.address && <span className="block text-muted text-sm">{location.address}</span>}
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
        <ul className="grid content-start">
          {!isCanceled && (
            <li>
              <TakeAlong icon={<CalendarPlus {...iconLooks} />} href={`/api/v1/sessions/${session.id}/calendar.ics`}>
                {t('calendar')}
              </TakeAlong>
            </li>
          )}
          <li>
            <TakeAlong icon={<CalendarSync {...iconLooks} />} href={`/api/v1/classes/${session.class.id}/calendar.ics`}>
              {t('classCalendar')}
            </TakeAlong>
          </li>
          <li>
            <ShareButton
              title={`${session.class.name}, ${format.dateTime(start, 'moment', { timeZone })}`}
              icon={<Share2 {...iconLooks} />}
            />
          </li>
        </ul>
      </article>
      <Suspense>
        <OtherDates session={session} />
      </Suspense>
    </>
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

function TakeAlong({ href, icon, children }: { href: string; icon: ReactNode; children: ReactNode }) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center gap-3 underline underline-offset-4">
      <span className="text-muted no-underline">{icon}</span>
      {children}
    </a>
  );
}
