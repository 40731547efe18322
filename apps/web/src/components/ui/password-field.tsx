'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { TextField } from './field.tsx';

/** A password, which can be made visible while it is typed. */
export function PasswordField(field: Omit<ComponentProps<typeof TextField>, 'type' | 'suffix'>) {
  const t = useTranslations('common');
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <TextField
      autoCapitalize="none"
      spellCheck={false}
      {...field}
      type={isShown ? 'text' : 'password'}
      className="[--suffix:3rem]"
      suffix={
        <button
          type="button"
          aria-label={t('showPassword')}
          aria-pressed={isShown}
          disabled={field.disabled}
          className="-mr-3 grid size-11 place-items-center rounded-control hover:text-ink"
          onClick={() => setShown(!isShown)}
        >
          <Icon aria-hidden="true" size={20} />
        </button>
      }
    />
  );
}
