import pg from 'pg';

// pg-boss has its own pool and expects Date, so the parsers are set per pool and never on the global `pg.types`.
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text)],
  [pg.types.builtins.DATE, (text) => Temporal.PlainDate.from(text)],
  // int8 holds our sequence numbers and counts, all far below 2^53.
  [pg.types.builtins.INT8, Number],
]);

/** Column parsers for our own connections: `timestamptz` becomes `Temporal.Instant`, `date` `Temporal.PlainDate`, `int8` a number. */
export const temporalTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

// `pg` turns an object parameter into JSON unless it has `toPostgres`; an Instant must arrive as its ISO text.
for (const type of [Temporal.Instant, Temporal.PlainDate]) {
  Object.defineProperty(type.prototype, 'toPostgres', {
    configurable: true,
    value(this: Temporal.Instant | Temporal.PlainDate) {
      return this.toString();
    },
  });
}
