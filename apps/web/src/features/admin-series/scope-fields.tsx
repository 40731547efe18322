'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '#components/ui/field.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';

/** From which day on a change counts. */
export interface Scope {
  scope: 'following' | 'all_future';
  /** With `following`. */
  from: string;
}

interface ScopeFieldsProps {
  value: Scope;
  onChange(scope: Scope): void;
  error: string | undefined;
}

/** Whether a change concerns a session and the following ones, or all that are to come. */
export function ScopeFields({ value, onChange, error }: ScopeFieldsProps) {
  const t = useTranslations('adminSeries');
  const scopes = ['all_future', 'following'] as const;
  return (
    <div className="grid gap-3">
      <RadioGroup
        legend={t('scope')}
        hint={t('scopeHint')}
        choices={scopes.map((scope) => ({ value: scope, label: t(`scopes.${scope}`), hint: t(`scopeHints.${scope}`) }))}
        value={value.scope}
        onChange={(event) => onChange({ ...value, scope: event.target.value as Scope['scope'] })}
      />
      {value.scope === 'following' && (
        <TextField
          type="date"
          label={t('from')}
          value={value.from}
          required
          error={error}
          onChange={(event) => onChange({ ...value, from: event.target.value })}
        />
      )}
    </div>
  );
}

/** The same for the API. */
export function scopeBody({ scope, from }: Scope) {
  return scope === 'following' ? { scope, ...(from && { from }) } : { scope };
}
