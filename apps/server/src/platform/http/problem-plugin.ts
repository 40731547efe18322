import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { fastifyPlugin } from 'fastify-plugin';
import { isDatabaseAway, pgErrorCode, violatedConstraint } from '../db/pg-error.ts';
import { isRetryable } from '../db/transaction.ts';
import { AppError, type FieldError } from './app-error.ts';
import { type ErrorCode, problems } from './problems.ts';

/** A constraint that stands behind a rule answers with that rule's code when a race gets past the check in front of it. */
const constraintCodes: Record<string, ErrorCode> = {
  users_email_key: 'email_taken',
  bookings_one_per_member: 'already_booked',
};

const fastifyCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_HANDLER_TIMEOUT: 'busy',
};

const LOCK_NOT_AVAILABLE = '55P03';
const STATEMENT_TIMEOUT = '57014';
/** U+0000 in a text or in jsonb: valid JSON, but nothing that PostgreSQL can store. */
const NUL_CHARACTER = new Set(['22021', '22P05']);

/** Answers every error as RFC 9457 `application/problem+json`; what the caller may not see goes to the log only. */
export const problemPlugin = fastifyPlugin(async (app) => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = toAppError(error);
    if (known.code === 'internal_error') request.log.error({ err: error }, 'request failed');
    return sendProblem(request, reply, known);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new AppError('not_found')));
});

function toAppError(error: FastifyError): AppError {
  if (error instanceof AppError) return error;
  if (error.validation) return validationFailed(error);
  const constraint = constraintCodes[violatedConstraint(error) ?? ''];
  if (constraint) return new AppError(constraint, { cause: error });
  const sqlState = pgErrorCode(error);
  // What was still in somebody's way after the last attempt of its transaction is not, a moment later.
  const isInTheWay = sqlState === LOCK_NOT_AVAILABLE || sqlState === STATEMENT_TIMEOUT || isRetryable(error);
  if (isInTheWay || isDatabaseAway(error)) {
    return new AppError('busy', { cause: error, retryAfterSeconds: 1 });
  }
  if (NUL_CHARACTER.has(sqlState ?? '')) {
    return new AppError('validation_failed', { detail: 'Text must not contain the character U+0000', cause: error });
  }
  const code = fastifyCodes[error.code];
  if (code) return new AppError(code, { cause: error });
  if (error.statusCode === 400) return new AppError('validation_failed', { detail: error.message });
  if (error.statusCode === 429) return new AppError('rate_limited', { cause: error });
  return new AppError('internal_error', { cause: error });
}

function validationFailed(error: FastifyError): AppError {
  const errors = (error.validation ?? []).map((issue): FieldError => {
    const { requiredProperties, missingProperty, additionalProperty } = issue.params;
    const named = requiredProperties ?? missingProperty ?? additionalProperty;
    const path = [issue.instancePath.slice(1), ...[named ?? []].flat()].filter(Boolean).join('/');
    return { field: path || (error.validationContext ?? 'body'), message: issue.message ?? 'is not valid' };
  });
  const first = errors[0];
  return new AppError('validation_failed', { errors, ...(first && { detail: `${first.field}: ${first.message}` }) });
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  const { status, title } = problems[error.code];
  const { detail, errors, extra, retryAfterSeconds } = error.details;
  if (status === 503 || retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds ?? 1);
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: `urn:openmat:problem:${error.code}`,
      title,
      status,
      detail: detail ?? title,
      instance: request.url,
      code: error.code,
      requestId: request.id,
      ...(errors && { errors }),
      ...extra,
    });
}
