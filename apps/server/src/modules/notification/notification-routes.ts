import type { App, Routes } from '#platform/http/app-types.ts';
import { Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';
import { messageAdminRoutes } from './message-admin-routes.ts';
import { listMessages, MessageView } from './message-read-model.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { findPreferences, Preferences, savePreferences } from './preferences.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';

const config = { access: 'member' } as const;
const tags = ['Me'];

const listSchema = {
  operationId: 'listMessages',
  tags,
  summary: 'What happened to my bookings, newest first',
  querystring: PageQuery,
  response: { 200: Page(MessageView), ...problemResponses(401) },
};

const getPreferencesSchema = {
  operationId: 'getNotificationPreferences',
  tags,
  summary: 'Which mails I want; about my account and canceled sessions everybody is told',
  response: { 200: Preferences, ...problemResponses(401) },
};

const putPreferencesSchema = {
  operationId: 'putNotificationPreferences',
  tags,
  summary: 'Choose which mails I want',
  body: Preferences,
  response: { 200: Preferences, ...problemResponses(401) },
};

/** What members are told: their messages, what they want to hear, and the delivery log for admins. */
export const notificationRoutes =
  (deps: NotificationDeps): Routes =>
  (app) => {
    memberRoutes(app, deps);
    unsubscribeRoutes(app, deps);
    messageAdminRoutes(app, deps);
  };

function memberRoutes(app: App, { db }: NotificationDeps): void {
  app.get('/me/messages', { config, schema: listSchema }, async ({ actor, query }) =>
    listMessages(db, actor.userId, query.limit ?? 50, query.cursor),
  );

  app.get('/me/notifications', { config, schema: getPreferencesSchema }, async ({ actor }) =>
    findPreferences(db, actor.userId),
  );

  app.put('/me/notifications', { config, schema: putPreferencesSchema }, async ({ actor, body }) => {
    await savePreferences(db, actor.userId, body);
    return findPreferences(db, actor.userId);
  });
}
