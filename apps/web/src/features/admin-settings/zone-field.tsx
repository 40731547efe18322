'use client';

import { type ComponentProps, useId, useState } from 'react';
import { TextField } from '#components/ui/field.tsx';
import { knownZones } from '#features/account/time-zones.ts';

/** An IANA time zone, found by typing a part of it. */
export function ZoneField({ saved, ...field }: ComponentProps<typeof TextField> & { saved: string | null }) {
  const listId = useId();
  const [zones] = useState(() => knownZones(saved));
  return (
    <>
      <TextField {...field} list={listId} autoComplete="off" spellCheck={false} />
      <datalist id={listId}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
