'use client';

import type { ComponentProps, MouseEvent } from 'react';
import { type ButtonShape, type ButtonVariant, buttonClass } from './button-class.ts';
import { Spinner } from './spinner.tsx';

interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  shape?: ButtonShape;
  /** The answer is on its way: the button keeps its size and focus and does nothing. */
  pending?: boolean;
}

export function Button({ variant, shape, pending = false, className, children, onClick, ...rest }: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (pending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      className={buttonClass(variant, className, shape)}
      aria-busy={pending}
      aria-disabled={pending || undefined}
      onClick={press}
      {...rest}
    >
      <span className={`inline-flex items-center gap-2 ${pending ? 'opacity-0' : ''}`}>{children}</span>
      {pending && <Spinner />}
    </button>
  );
}
