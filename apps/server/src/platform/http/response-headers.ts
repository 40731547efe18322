import { fastifyPlugin } from 'fastify-plugin';

// What OWASP's REST security cheat sheet asks of an API that answers data and no pages.
// https://cheatsheetseries.owasp.org/cheatsheets/REST_Security_Cheat_Sheet.html
const SECURITY_HEADERS = {
  'content-security-policy': "frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** What every answer carries: the request's id, and headers that keep browsers from making more of it than data. */
export const responseHeadersPlugin = fastifyPlugin(async (app) => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(SECURITY_HEADERS).header('x-request-id', request.id);
    done();
  });
});
