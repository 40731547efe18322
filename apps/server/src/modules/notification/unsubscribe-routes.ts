import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { AppError } from '#platform/http/app-error.ts';
import type { App } from '#platform/http/app-types.ts';
import { OneOf, problemResponses } from '#platform/http/schemas.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { findPreferences, savePreferences } from './preferences.ts';
import { leavable, readUnsubscribeToken, type Unsubscription } from './unsubscribe-token.ts';

const config = { access: 'public' } as const;
const tags = ['Me'];
const querystring = Type.Object({ token: Type.String({ maxLength: 200 }) });

const SubscriptionView = Type.Object({
  category: OneOf(leavable),
  email: Type.String({ description: 'Whose mails these are, mostly hidden' }),
  subscribed: Type.Boolean(),
});

const getSchema = {
  operationId: 'getSubscription',
  tags,
  summary: 'What the "unsubscribe" link of a mail is about; browsers are sent to its page',
  querystring,
  response: { 200: SubscriptionView, ...problemResponses() },
};

const postSchema = {
  operationId: 'unsubscribe',
  tags,
  summary: 'Leave the category of a mail, without signing in (RFC 8058)',
  querystring,
  response: { 200: SubscriptionView, ...problemResponses() },
};

/** The way out that every mail carries; its token says whose it is. */
export function unsubscribeRoutes(app: App, { db, config: settings }: NotificationDeps): void {
  const { accessTokenSecret, webUrl } = settings;

  app.register(async (scope: App) => {
    // Mail programs send `List-Unsubscribe=One-Click` as a form. It says no more than the address does, so it is not read.
    for (const form of ['application/x-www-form-urlencoded', 'multipart/form-data']) {
      scope.addContentTypeParser(form, { parseAs: 'string', bodyLimit: 4_096 }, async () => undefined);
    }

    scope.get('/unsubscribe', { config, schema: getSchema }, async (request, reply) => {
      const { token } = request.query;
      // Programs that cannot unsubscribe by themselves open the header's address in a browser.
      const isBrowser = request.headers.accept?.includes('text/html');
      if (isBrowser) return reply.redirect(`${webUrl}/unsubscribe?token=${encodeURIComponent(token)}`, 303);
      return subscriptionView(db, readToken(accessTokenSecret, token));
    });

    scope.post('/unsubscribe', { config, schema: postSchema }, async ({ query }) => {
      const { userId, category } = readToken(accessTokenSecret, query.token);
      await requireMember(db, userId);
      await savePreferences(db, userId, category === 'reminders' ? { reminders: [] } : { [category]: false });
      return subscriptionView(db, { userId, category });
    });
  });
}

function readToken(secret: string, token: string): Unsubscription {
  const unsubscription = readUnsubscribeToken(secret, token);
  if (!unsubscription) throw new AppError('invalid_token');
  return unsubscription;
}

async function subscriptionView(db: Database, { userId, category }: Unsubscription) {
  const email = maskEmail(await requireMember(db, userId));
  const preferences = await findPreferences(db, userId);
  const subscribed = category === 'reminders' ? preferences.reminders.length > 0 : preferences[category];
  return { category, email, subscribed };
}

/** @throws AppError `invalid_token` when the member was erased */
async function requireMember(db: Database, userId: string): Promise<string> {
  const user = await db
    .selectFrom('users')
    .select('email')
    .where('id', '=', userId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!user) throw new AppError('invalid_token');
  return user.email;
}

/** Enough to recognize one's own address, too little to learn another's. */
function maskEmail(email: string): string {
  return email.replace(/^(.).*@/, '$1…@');
}
