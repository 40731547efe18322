import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Waits for two full minutes of the clock, and needs no processor meanwhile. */
const WAITING = /\/scheduled-jobs\.race\.test\./;

/** Starts what only waits before everything else: later, there would be nothing left to do beside it. */
export class WaitingFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isWaiting = ({ moduleId }: TestSpecification) => WAITING.test(moduleId);
    return sorted.sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)));
  }
}
