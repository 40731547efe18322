'use client';

import { type ComponentProps, type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';
import { SavedNote } from './saved-note.tsx';

interface CopyFieldProps extends Pick<ComponentProps<typeof TextField>, 'label' | 'hint' | 'className'> {
  value: string;
  /** What the button says, and what is said when it worked. */
  copy: string;
  copied: string;
  /** Beside the button. */
  children?: ReactNode;
}

/** A text to be taken over elsewhere, by its button or by hand. */
export function CopyField({ value, copy, copied, children, ...field }: CopyFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const take = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Not on an insecure origin, or not allowed: the text is selected for copying by hand.
    }
  };
  return (
    <>
      <TextField ref={input} value={value} readOnly onFocus={({ target }) => target.select()} {...field} />
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={take}>{copy}</Button>
        {children}
        <SavedNote>{isCopied && copied}</SavedNote>
      </div>
    </>
  );
}
