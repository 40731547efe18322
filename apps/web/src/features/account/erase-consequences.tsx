'use client';

import { useTranslations } from 'next-intl';

/** What happens to an account that is erased, as the API does it. */
export function EraseConsequences() {
  const t = useTranslations('myAccount');
  return (
    <div className="grid gap-4">
      <section>
        <h3 className="font-semibold">{t('erase.goes')}</h3>
        <ul className="list-disc pt-1 pl-5 text-[0.9375rem]">
          <li>{t('erase.places')}</li>
          <li>{t('erase.tickets')}</li>
          <li>{t('erase.person')}</li>
          <li>{t('erase.feed')}</li>
        </ul>
      </section>
      <section>
        <h3 className="font-semibold">{t('erase.stays')}</h3>
        <ul className="list-disc pt-1 pl-5 text-[0.9375rem]">
          <li>{t('erase.books')}</li>
          <li>{t('erase.provider')}</li>
        </ul>
      </section>
      <p className="text-muted text-sm">{t('erase.again')}</p>
    </div>
  );
}
