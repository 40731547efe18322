import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import type { App } from '#platform/http/app-types.ts';
import { idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, OneOf, problemResponses } from '#platform/http/schemas.ts';
import type { MemberDeps } from '../member-deps.ts';
import { guessMapping } from './guess-mapping.ts';
import { dayOrders, Mapping } from './import-fields.ts';
import { importMembers, rehearseImport } from './import-members.ts';
import { ImportResult } from './import-view.ts';
import { fileErrorCodes, readCsv } from './read-csv.ts';

const tags = ['Admin: users'];
const MAX_CHARACTERS = 5 * 1024 * 1024;
// Twice the text: JSON escapes quotation marks and line ends. Statements and locks end by themselves; the rows are counted.
const config = { access: 'admin', endsInTime: true } as const;
const bodyLimit = 2 * MAX_CHARACTERS;

const Csv = Type.String({
  minLength: 1,
  maxLength: MAX_CHARACTERS,
  description: `The text of the file, UTF-8: commas, semicolons or tabs, the first line names the columns; up to 10,000 rows. Why it is refused is in \`errors[].code\`: ${fileErrorCodes.join(', ')}`,
});

const SAMPLES = 3;

const columnsSchema = {
  operationId: 'adminReadImportColumns',
  tags,
  summary: 'The columns of a CSV file, and what they seem to hold',
  body: Type.Object({ csv: Csv }, { additionalProperties: false }),
  response: {
    200: Type.Object({
      rows: Type.Integer(),
      columns: Type.Array(Type.Object({ name: Type.String(), samples: Type.Array(Type.String()) })),
      mapping: Type.Partial(Mapping),
    }),
    ...problemResponses(401, 403, 413),
  },
};

const importSchema = {
  operationId: 'adminImportMembers',
  tags,
  summary: 'Make accounts and tickets from a CSV file, all of them or none',
  description:
    'With `dryRun` nothing is written and the answer says row by row what would be. Without it a file with errors is refused as `import_has_errors`, which carries the same answer.',
  headers: IdempotencyHeaders,
  body: Type.Object(
    {
      csv: Csv,
      fileName: Type.Optional(
        Type.String({ minLength: 1, maxLength: 255, description: 'What it is called, for the audit log' }),
      ),
      mapping: Mapping,
      dayOrder: Type.Optional({
        ...OneOf(dayOrders),
        default: 'dmy',
        description: 'Of days that do not begin with the year',
      }),
      invite: Type.Optional(
        Type.Boolean({ default: false, description: 'Mail new members a link to choose a password' }),
      ),
      dryRun: Type.Optional(Type.Boolean({ default: false })),
    },
    { additionalProperties: false },
  ),
  response: { 200: ImportResult, 201: ImportResult, ...problemResponses(401, 403, 409, 413) },
};

/** Members and tickets from another system, for admins. */
export function importRoutes(app: App, deps: MemberDeps): void {
  app.post('/admin/imports/members/columns', { config, bodyLimit, schema: columnsSchema }, async (request) => {
    const { columns, records } = readCsv(request.body.csv);
    const samples = (name: string) => records.slice(0, SAMPLES).map(({ values }) => values[name] ?? '');
    return {
      rows: records.length,
      columns: columns.map((name) => ({ name, samples: samples(name) })),
      mapping: guessMapping(columns),
    };
  });

  app.post('/admin/imports/members', { config, bodyLimit, schema: importSchema }, async (request, reply) => {
    const { dryRun = false, dayOrder = 'dmy', invite = false, ...file } = request.body;
    const wanted = { ...file, dayOrder, invite };
    if (dryRun) return rehearseImport(deps, wanted);
    const by = { actor: auditActor(request), key: idempotencyKey(request) };
    return reply.code(201).send(await importMembers(deps, wanted, by));
  });
}
