import { initials } from './initials.ts';

const sizes = { small: 'size-8 text-xs', medium: 'size-10 text-sm', large: 'size-16 text-xl' } as const;

/** Initials in a circle, a landmark for the eye beside a name that is written out. */
export function Avatar({ name, size = 'medium' }: { name: string; size?: keyof typeof sizes }) {
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 select-none place-items-center rounded-full bg-line font-semibold text-ink ${sizes[size]}`}
    >
      {initials(name)}
    </span>
  );
}
