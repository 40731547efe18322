'use client';

import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import type { ImportRequest, ImportResult } from '#lib/api/types.ts';
import { type ColumnValues, columnValues, importRequest, personFields, ticketFields } from './column-values.ts';
import { type ChosenFile, useRehearsal } from './use-import.ts';

interface MapColumnsProps {
  file: ChosenFile;
  /** What was chosen before, on the way back. */
  chosen?: ImportRequest;
  onOtherFile(): void;
  onRehearsed(request: ImportRequest, result: ImportResult): void;
}

/** The second step: what is in which column. What the names of the columns suggest is chosen already. */
export function MapColumns({ file, chosen, onOtherFile, onRehearsed }: MapColumnsProps) {
  const t = useTranslations('adminMembers.importing');
  const { register, handleSubmit, watch, formState } = useForm<ColumnValues>({
    defaultValues: columnValues(file.table.mapping, chosen),
  });
  const requestOf = (values: ColumnValues) => importRequest(file, values);
  const rehearsal = useRehearsal((result) => onRehearsed(requestOf(watch()), result));
  const samplesOf = (column: string) =>
    file.table.columns.find(({ name }) => name === column)?.samples.filter(Boolean) ?? [];
  const select = (field: keyof ColumnValues['mapping']) => {
    const samples = samplesOf(watch(`mapping.${field}`));
    const hinted = field === 'email' || field === 'plan' || field === 'entries';
    return (
      <SelectField
        key={field}
        label={t(`fields.${field}`)}
        optional={field !== 'email'}
        error={formState.errors.mapping?.[field] && t('required')}
        hint={
          <>
            {samples.length > 0 && <span className="block">{t('samples', { samples: samples.join(', ') })}</span>}
            {hinted && t(`hints.${field}`)}
          </>
        }
        {...register(`mapping.${field}`, { required: field === 'email' })}
      >
        <option value="">{t('noColumn')}</option>
        {file.table.columns.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
    );
  };
  return (
    <form noValidate className="grid gap-8" onSubmit={handleSubmit((values) => rehearsal.mutate(requestOf(values)))}>
      <div>
        <h3 className="font-bold text-2xl tracking-tight">{t('mappingTitle')}</h3>
        <p className="pt-1 text-muted">{t('rows', { count: file.table.rows, file: file.name })}</p>
      </div>
      <Fields legend={t('people')}>{personFields.map(select)}</Fields>
      <Fields legend={t('tickets')}>
        {ticketFields.map(select)}
        <SelectField label={t('dayOrder')} {...register('dayOrder')}>
          <option value="dmy">{t('dayOrders.dmy')}</option>
          <option value="mdy">{t('dayOrders.mdy')}</option>
        </SelectField>
      </Fields>
      <Checkbox label={t('invite')} hint={t('inviteHint')} {...register('invite')} />
      <FormProblem error={rehearsal.error} />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={rehearsal.isPending}>
          {t('check')}
        </Button>
        <Button variant="quiet" onClick={onOtherFile}>
          {t('otherFile')}
        </Button>
      </div>
    </form>
  );
}

function Fields({ legend, children }: { legend: string; children: React.ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="pb-3 font-bold text-lg">{legend}</legend>
      <div className="grid gap-5 sm:grid-cols-2">{children}</div>
    </fieldset>
  );
}
