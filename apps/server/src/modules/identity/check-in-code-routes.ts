import { Type } from 'typebox';
import type { App } from '#platform/http/app-types.ts';
import { problemResponses } from '#platform/http/schemas.ts';
import { giveCheckInCode, renewCheckInCode } from './give-check-in-code.ts';
import type { IdentityDeps } from './identity-deps.ts';

const tags = ['Me'];
const config = { access: 'member' } as const;

const response = {
  200: Type.Object({
    code: Type.String({
      examples: ['K7QM2XTR'],
      description: 'Eight characters without look-alikes; show them in two groups of four, and as a QR code',
    }),
  }),
  ...problemResponses(401, 403),
};

const getSchema = {
  operationId: 'getMyCheckInCode',
  tags,
  summary: 'The code that I show at the front desk; it stays the same until I ask for another',
  response,
};

const renewSchema = {
  operationId: 'renewMyCheckInCode',
  tags,
  summary: 'Another code for the front desk; the one before stops at once',
  response,
};

/** What a member shows at the front desk. */
export function checkInCodeRoutes(app: App, { db }: Pick<IdentityDeps, 'db'>): void {
  app.get('/me/check-in-code', { config, schema: getSchema }, async ({ actor }) => ({
    code: await giveCheckInCode(db, actor.userId),
  }));

  app.post('/me/check-in-code', { config, schema: renewSchema }, async ({ actor }) => ({
    code: await renewCheckInCode(db, actor.userId),
  }));
}
