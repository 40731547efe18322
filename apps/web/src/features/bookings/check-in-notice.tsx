'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { Link } from '#i18n/navigation.ts';
import type { Booking } from '#lib/api/types.ts';

/** The way to the code for whoever is about to stand at the front desk. */
export function CheckInNotice({ booking: { session } }: { booking: Booking }) {
  const t = useTranslations('bookings');
  const format = useFormatter();
  const time = format.dateTime(new Date(session.startsAt), 'time', { timeZone: session.timeZone });
  return (
    <section
      aria-labelledby="check-in"
      className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-4 rounded-panel bg-accent-soft px-5 py-5"
    >
      <div>
        <h2 id="check-in" className="font-semibold text-xl leading-snug">
          {t('soon', { class: session.class.name, time })}
        </h2>
        <p>{t('soonText')}</p>
      </div>
      <Link href="/check-in" className={buttonClass('primary', 'max-sm:w-full')}>
        {t('showCode')}
      </Link>
    </section>
  );
}
