import { type CSSProperties, createElement, type PropsWithChildren, type ReactElement } from 'react';

/** A box with padding and a background: a table's cell, the one kind of box in which every mail program shows both. */
export function StyledBox(props: PropsWithChildren<{ className: string; style: CSSProperties }>): ReactElement {
  const { children, ...look } = props;
  const row = createElement('tr', null, createElement('td', look, children));
  return createElement(
    'table',
    { role: 'presentation', width: '100%', cellPadding: 0, cellSpacing: 0, border: 0 },
    createElement('tbody', null, row),
  );
}
