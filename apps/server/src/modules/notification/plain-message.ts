import type { MessageFacts } from './message-facts.ts';
import type { MessageKind } from './message-kinds.ts';

/** Until the templates exist. */
export async function renderMessage(kind: MessageKind, facts: MessageFacts, look: object) {
  const text = `${kind} ${facts.recipient.name} ${facts.session?.className ?? ''} ${facts.link?.url ?? ''} ${JSON.stringify(look)}`;
  return { subject: kind.replaceAll('_', ' '), html: `<p>${text}</p>`, text };
}
