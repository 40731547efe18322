'use client';

import { isProblem } from '@openmat/api-client';
import { useNow, useTranslations } from 'next-intl';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { CapacityConflict } from '#features/admin-sessions/capacity-conflict.tsx';
import { ConfirmChange } from '#features/admin-sessions/confirm-change.tsx';
import type { Catalogue } from '#features/admin-sessions/use-catalogue.ts';
import { useRouter } from '#i18n/navigation.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import type { Series } from '#lib/api/types.ts';
import { instantToWallTime } from '#lib/format/wall-time.ts';
import { type Scope, ScopeFields, scopeBody } from './scope-fields.tsx';
import { SeriesDates } from './series-dates.tsx';
import { SeriesFields } from './series-fields.tsx';
import {
  changedFields,
  changedPreviewBody,
  type SeriesValues,
  seriesPatch,
  seriesValues,
} from './series-form-values.ts';
import { SeriesOutcomeFacts } from './series-outcome-facts.tsx';
import { useChangeSeries } from './use-change-series.ts';

interface ChangeSeriesFormProps {
  series: Series;
  catalogue: Catalogue;
  /** The day from which on it was asked to be changed. */
  from: string | undefined;
}

/** Changes a series for all that is to come or from a day on, after saying what that means. */
export function ChangeSeriesForm({ series, catalogue, from }: ChangeSeriesFormProps) {
  const t = useTranslations('adminSessions');
  const names = useTranslations('adminSeries');
  const router = useRouter();
  // As with a session: the state that what is typed stands on.
  const [base, setBase] = useState(series);
  const [scope, setScope] = useState<Scope>({ scope: from ? 'following' : 'all_future', from: from ?? '' });
  const form = useForm<SeriesValues>({ values: seriesValues(base), resetOptions: { keepDirtyValues: true } });
  const { isDirty } = form.formState;
  if (base.version !== series.version && !isDirty) setBase(series);
  const values = form.watch();
  const timeZone = catalogue.locations.find(({ id }) => id === values.locationId)?.timeZone ?? series.timeZone;
  const today = instantToWallTime(useNow().toISOString(), timeZone).date;
  const { planned, rehearsal, change, dismiss } = useChangeSeries(series.id, (outcome) => {
    form.reset(seriesValues(outcome.series));
    if (outcome.series.id !== series.id) router.replace(`/admin/sessions/series/${outcome.series.id}`);
    else setBase(outcome.series);
  });
  const submit = (allowOverCapacity: boolean) =>
    form.handleSubmit((typed) =>
      rehearsal.mutate({
        ...seriesPatch(base, typed),
        ...scopeBody(scope),
        version: base.version,
        allowOverCapacity,
      }),
    );
  const forgetProblem = () => {
    rehearsal.reset();
    change.reset();
  };
  const error = planned ? null : (rehearsal.error ?? change.error);
  const refused = fieldErrors(rehearsal.error);
  const changed = changedFields(base, series).map((name) => fieldName(name, t, names));
  return (
    <div className="grid grid-cols-1 gap-12 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <form noValidate className="grid content-start gap-6" onSubmit={submit(false)}>
        <SeriesFields form={form} catalogue={catalogue} refused={refused} timeZone={timeZone} series={base} />
        <ScopeFields value={scope} onChange={setScope} error={refused.from} />
        {isProblem(error, 'capacity_below_active') ? (
          <CapacityConflict problem={error} pending={rehearsal.isPending} onAllow={submit(true)} />
        ) : (
          <EditProblem error={error} changed={changed} reload={async () => setBase(series)} onLoaded={forgetProblem} />
        )}
        <div role="status" className="empty:hidden">
          {change.isSuccess && !isDirty && <Notice tone="good">{t('saved')}</Notice>}
        </div>
        <Button type="submit" className="justify-self-start" pending={rehearsal.isPending} disabled={!isDirty}>
          {t('save')}
        </Button>
      </form>
      <SeriesDates times={changedPreviewBody(base, values, scope, today)} />
      <ConfirmChange
        open={planned !== null}
        title={t('changeTitle')}
        confirm={t('save')}
        pending={change.isPending}
        error={change.error}
        onConfirm={() =>
          planned && change.mutate({ ...planned.body, cancelBooked: planned.outcome.canceledSessions.length > 0 })
        }
        onClose={dismiss}
      >
        {planned && <SeriesOutcomeFacts outcome={planned.outcome} />}
      </ConfirmChange>
    </div>
  );
}

type SessionTexts = ReturnType<typeof useTranslations<'adminSessions'>>;
type SeriesTexts = ReturnType<typeof useTranslations<'adminSeries'>>;

function fieldName(name: keyof SeriesValues, t: SessionTexts, own: SeriesTexts): string {
  switch (name) {
    case 'rule':
      return own('days');
    case 'startsOn':
    case 'endsOn':
    case 'durationMinutes':
      return own(name);
    default:
      return t(name);
  }
}
