import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { type CSSProperties, createElement, type ReactElement, type ReactNode } from 'react';
import type { MessageContent } from './message-content.ts';
import { MessageSheet } from './message-sheet.ts';
import { type MessageStyles, messageStyles } from './message-styles.ts';
import { StyledBox } from './styled-box.ts';

interface LayoutProps {
  content: MessageContent;
  studioName: string;
  accentColor: string;
  language: string;
}

const FONT = "ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const page: CSSProperties = { padding: '32px 12px', fontFamily: FONT, fontSize: 16, lineHeight: '24px' };
const studio: CSSProperties = { margin: '0 4px 16px', fontSize: 18, fontWeight: 700 };

/** The one look of all messages: a sheet of paper, the studio's name above it, the small print below. No image and no font to load. */
export function MessageLayout({ content, studioName, accentColor, language }: LayoutProps): ReactElement {
  const styles = messageStyles(accentColor);
  return createElement(
    Html,
    { lang: language },
    createElement(MessageHead, { title: content.subject, sheet: styles.sheet }),
    createElement(
      'body',
      styles.part('page', { margin: 0, padding: 0 }),
      createElement(Preview, null, content.paragraphs[0] ?? content.heading),
      createElement(
        StyledBox,
        styles.part('page', page),
        createElement(
          Container,
          { style: { maxWidth: 600 } },
          createElement('p', styles.part('studio', studio), studioName),
          createElement(MessageSheet, { content, styles }),
          createElement(SmallPrint, { content, styles }),
        ),
      ),
    ),
  );
}

function MessageHead({ title, sheet }: { title: string; sheet: string }): ReactNode {
  const meta = (name: string, content: string) => createElement('meta', { name, content });
  return createElement(
    Head,
    null,
    meta('viewport', 'width=device-width, initial-scale=1'),
    meta('color-scheme', 'light dark'),
    meta('supported-color-schemes', 'light dark'),
    // Telephones would make links of every time and place.
    meta('format-detection', 'telephone=no, date=no, address=no, email=no, url=no'),
    createElement('title', null, title),
    createElement('style', null, sheet),
  );
}

function SmallPrint({
  content: { why, choices },
  styles,
}: {
  content: MessageContent;
  styles: MessageStyles;
}): ReactNode {
  const small: CSSProperties = { margin: '0 4px 8px', fontSize: 13, lineHeight: '20px' };
  const links = choices.flatMap(({ label, url }, index) => [
    index > 0 && ' · ',
    createElement('a', { key: url, href: url, ...styles.part('muted', { textDecoration: 'underline' }) }, label),
  ]);
  return createElement(
    'div',
    { style: { paddingTop: 20 } },
    createElement('p', styles.part('muted', small), why),
    links.length > 0 && createElement('p', styles.part('muted', small), links),
  );
}
