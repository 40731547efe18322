import type { FastifySchemaValidationError } from 'fastify';
import { invalidRequest, type StripeError } from './stripe-error.ts';

/** Says in Stripe's words what is wrong with the parameters. */
export function toStripeError(violation: FastifySchemaValidationError): StripeError {
  const path = violation.instancePath.split('/').slice(1);
  const param = formName(path);
  switch (violation.keyword) {
    case 'required': {
      const missing = formName([...path, String(violation.params.missingProperty)]);
      return invalidRequest(`Missing required param: ${missing}.`, { code: 'parameter_missing', param: missing });
    }
    case 'additionalProperties': {
      const unknown = formName([...path, String(violation.params.additionalProperty)]);
      const message = `Received unknown parameter: ${unknown} (the emulator refuses parameters it does not cover)`;
      return invalidRequest(message, { code: 'parameter_unknown', param: unknown });
    }
    case 'minLength':
      return invalidRequest(`You passed an empty string for '${param}'.`, { code: 'parameter_invalid_empty', param });
    case 'type':
      return violation.params.type === 'integer'
        ? invalidRequest(`Invalid integer: ${param}`, { code: 'parameter_invalid_integer', param })
        : invalidRequest(`Invalid ${param}: ${violation.message}`, { param });
    case 'enum':
      return invalidRequest(`Invalid ${param}: must be one of ${listed(violation.params.allowedValues)}`, { param });
    default:
      return invalidRequest(`Invalid ${param}: ${violation.message}`, { param });
  }
}

/** `['line_items', '0', 'price']` → `line_items[0][price]` */
function formName([first = 'body', ...rest]: string[]): string {
  return first + rest.map((key) => `[${key}]`).join('');
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : String(values);
}
