/** What lies between a dialog and the page. */
export const backdropClass =
  'fixed inset-0 z-40 bg-veil transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0';

const surface = 'fixed z-50 bg-surface shadow-panel outline-none transition duration-200';

/** A dialog: from below on a phone, in the middle of a larger screen. */
export const panelClass = `${surface} inset-x-0 bottom-0 grid max-h-[90dvh] grid-cols-[minmax(0,1fr)] gap-5 overflow-y-auto rounded-t-panel p-6 pb-[calc(2rem+env(safe-area-inset-bottom))] data-ending-style:translate-y-4 data-starting-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:opacity-0 sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[min(28rem,calc(100vw-2rem))] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-panel sm:pb-6`;

/** A sheet: from below on a phone, along the side of a larger screen. */
export const sheetClass = `${surface} inset-x-0 bottom-0 flex max-h-[92dvh] flex-col rounded-t-panel pb-[env(safe-area-inset-bottom)] data-ending-style:translate-y-full data-starting-style:translate-y-full sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-[min(30rem,calc(100vw-4rem))] sm:rounded-t-none sm:rounded-l-panel sm:data-ending-style:translate-x-full sm:data-ending-style:translate-y-0 sm:data-starting-style:translate-x-full sm:data-starting-style:translate-y-0`;
