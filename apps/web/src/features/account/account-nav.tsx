import { useTranslations } from 'next-intl';

interface AccountNavProps {
  sections: readonly { id: string; title: string }[];
}

/** The way to each part of the page: a row on a phone, a column that stays in sight on a larger screen. */
export function AccountNav({ sections }: AccountNavProps) {
  const t = useTranslations('myAccount');
  return (
    <nav aria-label={t('sections')} className="md:sticky md:top-6 md:self-start">
      <ul className="flex flex-wrap gap-x-5 pb-4 md:flex-col md:pt-8 md:pb-0">
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="inline-flex min-h-11 items-center font-medium text-muted underline-offset-4 hover:text-ink hover:underline md:flex md:min-h-10"
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
