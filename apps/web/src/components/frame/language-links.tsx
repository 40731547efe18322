'use client';

import { useSearchParams } from 'next/navigation';
import { type Locale, useLocale } from 'next-intl';
import { languageNames } from '#i18n/language-names.ts';
import { Link, usePathname } from '#i18n/navigation.ts';

/** This page in each language; following one remembers it. Links like any other, so they work before scripts do. */
export function LanguageLinks({ locales }: { locales: readonly Locale[] }) {
  const current = useLocale();
  const pathname = usePathname();
  const search = useSearchParams().toString();
  return (
    <ul className="-mx-2 flex flex-wrap">
      {locales.map((locale) => (
        <li key={locale}>
          <Link
            href={search ? `${pathname}?${search}` : pathname}
            locale={locale}
            lang={locale}
            hrefLang={locale}
            replace
            scroll={false}
            prefetch={false}
            aria-current={locale === current ? 'true' : undefined}
            className="grid min-h-11 min-w-11 place-items-center px-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {languageNames[locale]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
