'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { UseFormRegister } from 'react-hook-form';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { eventGroups } from './event-types.ts';
import { useEventText } from './use-event-text.ts';
import type { WebhookValues } from './webhook-values.ts';

interface EventChoiceProps {
  register: UseFormRegister<WebhookValues>;
  error: string | undefined;
}

/** What a webhook listens to: in plain words, with the name that its receiver gets. */
export function EventChoice({ register, error }: EventChoiceProps) {
  const t = useTranslations('adminWebhooks');
  const eventText = useEventText();
  const errorId = useId();
  return (
    <fieldset aria-describedby={error && errorId} className="grid min-w-0 gap-4">
      <legend className="pb-1 font-semibold text-[0.9375rem]">{t('eventTypes')}</legend>
      {error && (
        <p id={errorId} className="font-medium text-sm text-trouble">
          {error}
        </p>
      )}
      {eventGroups.map(({ name, types }) => (
        <fieldset key={name} className="min-w-0">
          <legend className="font-medium text-muted text-sm">{t(`groups.${name}`)}</legend>
          <div className="grid items-start gap-x-6 sm:grid-cols-2">
            {types.map((type) => (
              <Checkbox
                key={type}
                label={eventText(type)}
                hint={type}
                value={type}
                {...register('eventTypes', { validate: (chosen) => chosen.length > 0 || t('eventMissing') })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  );
}
