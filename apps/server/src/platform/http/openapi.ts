import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import { fastifyPlugin } from 'fastify-plugin';

const INFO = {
  title: 'Openmat API',
  version: '1.0.0',
  description:
    'Booking for group fitness studios. Errors are `application/problem+json` with a stable `code`; lists are `{ items, nextCursor }`; ' +
    'instants are ISO 8601 with an offset; money is integer minor units with a currency.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
};

/** Describes every route as OpenAPI 3.1 at `/api/openapi.json`, browsable at `/api/docs`. */
export const openApiPlugin = fastifyPlugin(async (app) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: INFO,
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
          refreshCookie: { type: 'apiKey', in: 'cookie', name: 'openmat_refresh' },
        },
      },
    },
    refResolver: { buildLocalReference: (json, _baseUri, _fragment, i) => String(json.$id ?? `schema-${i}`) },
  });
  app.get('/api/openapi.json', { schema: { hide: true }, config: { access: 'public' } }, async () => app.swagger());
  await app.register(scalar, {
    routePrefix: '/api/docs',
    configuration: { url: '/api/openapi.json', withDefaultFonts: false, hideClientButton: true },
  });
});
