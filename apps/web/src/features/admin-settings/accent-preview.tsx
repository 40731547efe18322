'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { accentVariables, PAPER } from '#lib/theme/accent.ts';
import { contrast } from '#lib/theme/color.ts';

/** How the studio's colour looks by day and by night, and whether it had to be changed to be readable. */
export function AccentPreview({ color }: { color: string }) {
  const t = useTranslations('adminSettings');
  const format = useFormatter();
  if (!/^#[0-9a-f]{6}$/i.test(color)) return null;
  const shown = accentVariables(color.toLowerCase());
  const themes = [
    { theme: 'light', accent: shown['--studio-accent'], on: shown['--studio-on-accent'] },
    { theme: 'dark', accent: shown['--studio-accent-dark'], on: shown['--studio-on-accent-dark'] },
  ] as const;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {themes.map(({ theme, accent = color, on = color }) => (
        <figure key={theme} className="grid gap-2">
          <div
            aria-hidden="true"
            className="flex flex-wrap items-center gap-4 rounded-control border border-line p-4"
            style={{ background: PAPER[theme] }}
          >
            <span className="rounded-control px-4 py-2 font-semibold" style={{ background: accent, color: on }}>
              {t('studio.previewButton')}
            </span>
            <span className="font-semibold underline underline-offset-4" style={{ color: accent }}>
              {t('studio.previewLink')}
            </span>
          </div>
          <figcaption className="text-muted text-sm">
            {t(`studio.preview.${theme}`, {
              contrast: format.number(contrast(accent, PAPER[theme]), { maximumFractionDigits: 1 }),
            })}
            {accent !== color.toLowerCase() && ` ${t(`studio.adjusted.${theme}`)}`}
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
