import { rewriteSql } from './rewrite-sql.ts';

/**
 * Loaded with `--import` into an API process: each batch pauses between reading and deciding, so that two processes meet there on
 * any machine, however fast.
 */
rewriteSql((text) => text.replace(/from studio$/, 'from studio, lateral (select pg_sleep(0.05)) pause'));
