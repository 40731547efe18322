import { Button } from '@react-email/button';
import { type CSSProperties, createElement, type ReactNode } from 'react';
import type { FactRow } from './fact-rows.ts';
import type { MessageContent } from './message-content.ts';
import type { MessageStyles } from './message-styles.ts';
import { StyledBox } from './styled-box.ts';

const sheet: CSSProperties = { padding: '28px 24px', borderWidth: 1, borderStyle: 'solid', borderRadius: 20 };
const title: CSSProperties = { margin: '0 0 16px', fontSize: 24, lineHeight: '30px', fontWeight: 700 };
const cell: CSSProperties = {
  padding: '10px 0',
  borderWidth: '1px 0 0',
  borderStyle: 'solid',
  verticalAlign: 'top',
  textAlign: 'left',
};
const label: CSSProperties = { ...cell, width: '30%', padding: '10px 16px 10px 0', fontSize: 14, fontWeight: 400 };
const value: CSSProperties = { ...cell, fontWeight: 600, wordBreak: 'break-word' };
const button: CSSProperties = { padding: '14px 24px', borderRadius: 12, fontWeight: 600 };

/** What a message has to say: heading, sentences, facts and one thing to do. */
export function MessageSheet({ content, styles }: { content: MessageContent; styles: MessageStyles }): ReactNode {
  const { heading, greeting, paragraphs, facts } = content;
  return createElement(
    StyledBox,
    styles.part('panel', sheet),
    createElement('h1', styles.part('ink', title), heading),
    [greeting, ...paragraphs].map((text) =>
      text === null ? null : createElement('p', { key: text, ...styles.part('ink', { margin: '0 0 12px' }) }, text),
    ),
    facts.length > 0 && createElement(FactTable, { facts, styles }),
    createElement(
      'p',
      { style: { margin: '28px 0 0' } },
      createElement(Button, { href: content.button.url, ...styles.part('button', button) }, content.button.label),
    ),
  );
}

function FactTable({ facts, styles }: { facts: FactRow[]; styles: MessageStyles }): ReactNode {
  const rows = facts.map((fact) =>
    createElement(
      'tr',
      { key: fact.label },
      createElement('th', { scope: 'row', ...styles.part('label', label) }, fact.label),
      createElement(
        'td',
        styles.part('value', value),
        fact.url ? createElement('a', { href: fact.url, ...styles.part('ink') }, fact.value) : fact.value,
      ),
    ),
  );
  return createElement(
    'table',
    { width: '100%', cellPadding: 0, cellSpacing: 0, style: { marginTop: 20 } },
    createElement('tbody', null, rows),
  );
}
