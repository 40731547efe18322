'use client';

import dynamic from 'next/dynamic';
import { type ComponentProps, useState } from 'react';

const Loaded = dynamic(() => import('./alert-dialog.tsx').then((module) => module.AlertDialog));

/** An alert dialog whose script is loaded when it is opened for the first time; most visits never do. */
export function LazyAlertDialog(props: ComponentProps<typeof Loaded>) {
  const [wasOpened, setWasOpened] = useState(false);
  if (props.open && !wasOpened) setWasOpened(true);
  return wasOpened && <Loaded {...props} />;
}
