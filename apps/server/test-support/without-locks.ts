import { rewriteSql } from './rewrite-sql.ts';

/**
 * Loaded with `--import` into an API process: takes the row locks out of every statement, as a careless change of ours could.
 * The race tests must notice; see `noon-drop.race.test.ts`.
 */
rewriteSql((text) => text.replace(/for update of \w+/g, ''));
