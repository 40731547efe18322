'use client';

import dynamic from 'next/dynamic';
import { type ComponentProps, useState } from 'react';

const Loaded = dynamic(() => import('./desk-sheet.tsx').then((module) => module.DeskSheet));

/** The sheet for codes and walk-ins, whose script is loaded when it is opened for the first time. */
export function LazyDeskSheet(props: ComponentProps<typeof Loaded>) {
  const [wasOpened, setWasOpened] = useState(false);
  if (props.open && !wasOpened) setWasOpened(true);
  return wasOpened && <Loaded {...props} />;
}
