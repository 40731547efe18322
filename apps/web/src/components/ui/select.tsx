import type { ComponentProps } from 'react';

/** A native select, with an arrow that looks the same in every browser. */
export function Select({ className = '', ...rest }: ComponentProps<'select'>) {
  return (
    <span className="relative block has-disabled:text-muted">
      <select {...rest} className={`appearance-none truncate pr-9 ${className}`} />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute top-4 right-4 size-2 rotate-45 border-current border-r-2 border-b-2"
      />
    </span>
  );
}

/** Things of the catalogue to choose from, by their names. */
export function NamedOptions({ of = [] }: { of?: readonly { id: string; name: string }[] | undefined }) {
  return of.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
