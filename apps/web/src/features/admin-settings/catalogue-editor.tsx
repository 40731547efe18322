'use client';

import { isProblem } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { Button } from '#components/ui/button.tsx';
import { EditProblem } from '#components/ui/edit-problem.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { fieldErrors } from '#lib/api/field-errors.ts';
import { type CatalogueItem, type CatalogueKind, useSaveItem } from './catalogue-api.ts';
import { CatalogueFields } from './catalogue-fields.tsx';
import { type ItemForm, itemForm, itemValues } from './catalogue-form-values.ts';
import { RestoreItem } from './restore-item.tsx';
import { RetireItem } from './retire-item.tsx';
import { StillInUse } from './still-in-use.tsx';

interface CatalogueEditorProps {
  kind: CatalogueKind;
  /** Null: a new one is made. */
  item: CatalogueItem | null;
  /** Somebody else has retired it while it was open. */
  isRetired: boolean;
  reload(): Promise<unknown>;
  onClose(): void;
}

const FORM = 'catalogue-item';

/** Adds, changes or retires a class, a location or an instructor. */
export function CatalogueEditor({ kind, item, isRetired, reload, onClose }: CatalogueEditorProps) {
  const t = useTranslations('adminSettings');
  const { register, handleSubmit, formState } = useForm<ItemForm>({
    values: itemForm(item),
    resetOptions: { keepDirtyValues: true },
  });
  const save = useSaveItem(kind, item, onClose);
  const submit = handleSubmit((values) => save.mutate(itemValues(kind, values)));
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={item ? t('catalogue.editOne', { name: item.name }) : t(`catalogue.add.${kind}`)}
      actions={
        <>
          {item && !isRetired && <RetireItem kind={kind} item={item} onRetired={onClose} />}
          <Button type="submit" form={FORM} pending={save.isPending} disabled={isRetired}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate className="grid gap-5" onSubmit={submit}>
        <CatalogueFields
          kind={kind}
          register={register}
          errors={formState.errors}
          refused={fieldErrors(save.error)}
          savedZone={item?.timeZone ?? null}
        />
        {item && isRetired ? (
          <Notice tone="wait" role="alert" className="grid justify-items-start gap-3">
            <p>{t('catalogue.retiredMeanwhile')}</p>
            <RestoreItem kind={kind} item={item} />
          </Notice>
        ) : isProblem(save.error, 'still_in_use') ? (
          <StillInUse error={save.error} said="zoneInUse" />
        ) : (
          <EditProblem error={save.error} reload={reload} onLoaded={save.reset} />
        )}
      </form>
    </Sheet>
  );
}
