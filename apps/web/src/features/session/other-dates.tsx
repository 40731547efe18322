import { getFormatter, getTranslations } from 'next-intl/server';
import { scheduleHref } from '#features/schedule/schedule-search.ts';
import { Link } from '#i18n/navigation.ts';
import type { Session } from '#lib/api/types.ts';
import { loadOtherDates } from './load-other-dates.ts';

/** The next dates of the same class: for those who cannot come to this one, or cannot get in. */
export async function OtherDates({ session }: { session: Session }) {
  const [t, dates] = await Promise.all([getTranslations('session.otherDates'), loadOtherDates(session)]);
  return (
    <section aria-labelledby="other-dates" className="pt-12">
      <h2 id="other-dates" className="pb-2 font-bold text-2xl tracking-tight">
        {t('title', { class: session.class.name })}
      </h2>
      {dates.length > 0 ? (
        <ul aria-labelledby="other-dates" className="border-line border-t">
          {dates.map((date) => (
            <OtherDate key={date.id} session={date} />
          ))}
        </ul>
      ) : (
        <p className="max-w-prose text-muted">{t('none')}</p>
      )}
      <Link
        href={scheduleHref({ filters: {} })}
        prefetch={false}
        className="mt-2 inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
      >
        {t('toSchedule')}
      </Link>
    </section>
  );
}

async function OtherDate({
  session: { id, startsAt, timeZone, instructor, location, capacity, activeCount },
}: {
  session: Session;
}) {
  const [t, format] = await Promise.all([getTranslations('schedule'), getFormatter()]);
  const start = new Date(startsAt);
  return (
    <li className="relative flex flex-wrap items-baseline justify-between gap-x-6 border-line border-b py-4 hover:bg-surface">
      <div>
        <Link
          href={`/sessions/${id}`}
          prefetch={false}
          className="font-semibold text-lg after:absolute after:inset-0 hover:underline"
        >
          {format.dateTime(start, 'moment', { timeZone })}
        </Link>
        <p className="text-muted text-sm">{t('withAt', { instructor: instructor.name, location: location.name })}</p>
      </div>
      <p className="text-sm">{t('seatsLeft', { left: Math.max(0, capacity - activeCount) })}</p>
    </li>
  );
}
