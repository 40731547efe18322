import type pg from 'pg';
import type { Baseline } from './baseline/baseline.ts';
import type { Environment } from './environment/open-environment.ts';
import type { StudioSize } from './environment/seed.ts';
import type { Target } from './report/targets.ts';

export interface BenchmarkOptions {
  /** How many come to a noon drop. */
  members: number;
  /** API processes. */
  processes: number;
  /** Length of one measurement. */
  seconds: number;
  rounds: number;
  /** Run a worker beside the API. */
  worker: boolean;
  /** Folder for CPU profiles of the server's processes. */
  profile?: string;
}

export interface BenchmarkResult {
  /** Printed in this order. */
  tables: string[];
  targets: Target[];
  /** Bookings that the API confirmed; the database must hold exactly these. */
  confirmed: number;
  /** What was answered wrongly, in words; empty when everything was right. */
  faults: string[];
}

export interface BenchmarkContext {
  environment: Environment;
  baseline: Baseline;
  options: BenchmarkOptions;
  /** Says what is being done. */
  progress(message: string): void;
}

export interface Benchmark {
  summary: string;
  size(options: BenchmarkOptions): StudioSize;
  /** Fills the migrated database; members, tickets and empty sessions when absent. */
  seed?(client: pg.Client, size: StudioSize): Promise<void>;
  run(context: BenchmarkContext): Promise<BenchmarkResult>;
}
