import pg from 'pg';

/** Changes the text of every statement before it is sent: for modules that break or slow an API process on purpose. */
export function rewriteSql(rewrite: (text: string) => string): void {
  const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown;
  pg.Client.prototype.query = function queryRewritten(this: pg.Client, first: unknown, ...rest: unknown[]) {
    if (typeof first === 'object' && first !== null && 'text' in first) {
      Object.assign(first, { text: rewrite(String(first.text)) });
    }
    return query.call(this, first, ...rest);
  } as typeof pg.Client.prototype.query;
}
