import { findStudio } from '#modules/schedule/index.ts';
import type { Mail } from '#platform/mail/mailer.ts';
import { webPage } from '#platform/web-page.ts';
import { calendarPart } from './calendar-part.ts';
import type { LoadedFacts } from './load-facts.ts';
import { type MessageKind, messageKinds } from './message-kinds.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { renderMessage } from './templates/render-message.ts';
import { isLeavable, unsubscribeToken } from './unsubscribe-token.ts';

/** A message about to be sent, with everything read for it. */
export interface Draft {
  id: string;
  kind: MessageKind;
  to: string;
  recipient: { id: string; name: string; locale: string };
  loaded: LoadedFacts;
  now: Temporal.Instant;
}

/** Writes the mail of a message, in the member's language. */
export async function composeMail({ db, config }: NotificationDeps, draft: Draft): Promise<Mail> {
  const { id, kind, to, recipient, loaded, now } = draft;
  const { webUrl, mailFrom } = config;
  const { name: studioName, accentColor, timeZone } = await findStudio(db);
  const { name, locale } = recipient;
  const facts = { ...loaded.facts, recipient: { name } };
  const token = wayOut(config.accessTokenSecret, kind, recipient.id);
  const unsubscribeUrl = token && webPage(webUrl, `/unsubscribe?token=${token}`, locale);
  const look = { studioName, accentColor, timeZone, locale, webUrl, unsubscribeUrl };
  const rendered = await renderMessage(kind, facts, look);
  const organizer = { name: studioName, email: mailFrom };
  return {
    ...rendered,
    to,
    fromName: studioName,
    messageId: `<${id}@${new URL(webUrl).hostname}>`,
    headers: token ? oneClick(`${webUrl}/api/v1/unsubscribe?token=${token}`) : {},
    calendar: calendarPart(kind, {
      facts,
      sequence: loaded.sequence,
      organizer,
      attendee: { name, email: to },
      webUrl,
      now,
    }),
  };
}

function wayOut(secret: string, kind: MessageKind, userId: string): string | null {
  const category = messageKinds[kind];
  return isLeavable(category) ? unsubscribeToken(secret, { userId, category }) : null;
}

/** RFC 8058: mail programs show "Unsubscribe" and do it with one POST. */
function oneClick(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
