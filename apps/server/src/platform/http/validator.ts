import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler } from 'fastify';
import { formats } from './formats.ts';

const options = { allErrors: true, useDefaults: true, strict: false } as const;
// Everything in a URL is text and must become what the schema says. A JSON body has types of its own, and coercing
// there would turn `entries: null` (unlimited) into 0.
const urlValidator = new Ajv({ ...options, coerceTypes: 'array' });
const bodyValidator = new Ajv(options);
for (const ajv of [urlValidator, bodyValidator]) {
  addFormats.default(ajv);
  for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check);
}

/** Compiles a route's schemas: text from the URL is converted, a body must fit as it is. */
export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? bodyValidator : urlValidator).compile(schema);
