import type { MessageContent, MessageLink } from './message-content.ts';

/** The message for readers without HTML: the same words in the same order. */
export function messageText(content: MessageContent, studioName: string): string {
  const { heading, greeting, paragraphs, facts, button, why, choices } = content;
  const blocks = [
    studioName,
    heading,
    greeting,
    ...paragraphs,
    facts.map(({ label, value, url }) => `${label}: ${url ?? value}`).join('\n'),
    lined(button),
    [why, ...choices.map(lined)].join('\n\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function lined({ label, url }: MessageLink): string {
  return `${label}:\n${url}`;
}
