'use client';

import { unwrap } from '@openmat/api-client';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { type Catalogue, useCatalogue } from '#features/admin-sessions/use-catalogue.ts';
import { useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useIntent } from '#lib/api/use-intent.ts';
import { SeriesDates } from './series-dates.tsx';
import { SeriesFields } from './series-fields.tsx';
import { newSeries, previewBody, type SeriesValues } from './series-form-values.ts';

const EMPTY: SeriesValues = {
  classId: '',
  locationId: '',
  instructorId: '',
  rule: '',
  startsOn: '',
  endsOn: '',
  startTime: '',
  durationMinutes: '60',
  capacity: '',
};

/** Starts a series, with its dates beside it while they are being decided. */
export function NewSeriesForm() {
  const t = useTranslations('adminSessions');
  const { data, error, refetch, isFetching } = useCatalogue();
  if (data) return <Form catalogue={data} />;
  if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
  return <ListSkeleton label={t('loading')} rows={3} />;
}

function Form({ catalogue }: { catalogue: Catalogue }) {
  const t = useTranslations('adminSeries');
  const router = useRouter();
  const queryClient = useQueryClient();
  const form = useForm<SeriesValues>({ defaultValues: EMPTY });
  const values = form.watch();
  const timeZone = catalogue.locations.find(({ id }) => id === values.locationId)?.timeZone;
  const create = useIntent(
    (body: ReturnType<typeof newSeries>, idempotencyKey) =>
      unwrap(api.POST('/api/v1/admin/series', { body, headers: { 'Idempotency-Key': idempotencyKey } })),
    {
      onSuccess: ({ id }) => {
        for (const queryKey of [queryKeys.series, queryKeys.adminSessions]) {
          void queryClient.invalidateQueries({ queryKey });
        }
        router.push(`/admin/sessions/series/${id}`);
      },
    },
  );
  return (
    <div className="grid grid-cols-1 gap-12 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <form
        noValidate
        className="grid content-start gap-6"
        onSubmit={form.handleSubmit((series) => create.mutate(newSeries(series)))}
      >
        <SeriesFields form={form} catalogue={catalogue} refused={fieldErrors(create.error)} timeZone={timeZone} />
        <FormProblem error={create.error} />
        <Button type="submit" className="justify-self-start" pending={create.isPending || create.isSuccess}>
          {t('create')}
        </Button>
      </form>
      <SeriesDates times={previewBody(values)} />
    </div>
  );
}
