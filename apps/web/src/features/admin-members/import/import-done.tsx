'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Outcome } from '#components/ui/outcome.tsx';
import { Link } from '#i18n/navigation.ts';
import type { ImportResult } from '#lib/api/types.ts';

/** The last step: what was imported, and where to go from there. */
export function ImportDone({ totals, onAnother }: { totals: ImportResult['totals']; onAnother(): void }) {
  const t = useTranslations('adminMembers.importing');
  return (
    <div className="grid gap-4">
      <h3 className="font-bold text-2xl tracking-tight">{t('doneTitle')}</h3>
      <Outcome tone="good" text={t('done', totals)}>
        <div className="flex flex-wrap gap-3">
          <Link href="/admin/members" className={buttonClass()}>
            {t('toMembers')}
          </Link>
          <Button variant="quiet" onClick={onAnother}>
            {t('another')}
          </Button>
        </div>
      </Outcome>
    </div>
  );
}
