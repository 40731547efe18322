'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { UseFormRegister } from 'react-hook-form';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { useCatalogue } from '#features/admin-sessions/use-catalogue.ts';

/** The part of a form that says which classes something is for. */
export interface ClassLimitValues {
  isLimited: boolean;
  classIds: string[];
}

interface ClassLimitProps {
  register: UseFormRegister<ClassLimitValues>;
  isLimited: boolean;
  error: string | undefined;
}

/** Whether a plan or a ticket is good for some classes only, and for which. */
export function ClassLimit({ register, isLimited, error }: ClassLimitProps) {
  const t = useTranslations('adminPlans');
  const catalogue = useCatalogue();
  const errorId = useId();
  const { data, refetch, isFetching } = catalogue;
  return (
    <fieldset aria-describedby={error && errorId} className="min-w-0">
      <legend className="font-semibold text-[0.9375rem]">{t('classes')}</legend>
      <Checkbox label={t('onlySome')} {...register('isLimited')} />
      {isLimited && !data && catalogue.error && (
        <ErrorState error={catalogue.error} retry={refetch} pending={isFetching} />
      )}
      {isLimited && (
        <div className="grid max-h-72 gap-x-6 overflow-y-auto border-line-strong border-l-2 pl-4 sm:grid-cols-2">
          {data?.classes.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              value={id}
              {...register('classIds', {
                validate: (chosen, values) => !values.isLimited || chosen.length > 0 || t('classMissing'),
              })}
            />
          ))}
        </div>
      )}
      {error && (
        <p id={errorId} className="pt-1 font-medium text-sm text-trouble">
          {error}
        </p>
      )}
    </fieldset>
  );
}
