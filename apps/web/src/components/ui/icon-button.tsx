import type { ComponentProps } from 'react';
import { Button } from './button.tsx';

interface IconButtonProps extends Omit<ComponentProps<typeof Button>, 'shape' | 'aria-label' | 'title'> {
  /** What pressing it does; read out, and shown where the pointer rests. */
  label: string;
}

/** A button that is a picture; the icon comes as its child, 20 px, hidden from screen readers. */
export function IconButton({ label, variant = 'quiet', ...rest }: IconButtonProps) {
  return <Button {...rest} variant={variant} shape="icon" aria-label={label} title={label} />;
}
