const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Settles when somebody wants this process to end: by a signal, or because the process that started it is gone. Further
 * requests change nothing, so that an impatient second Ctrl-C (or npm passing the first one on) does not cut the ending
 * short.
 */
export function waitForStopRequest(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve(signal));
    process.once('disconnect', () => resolve('the end of its parent'));
    // Listening to the parent alone is no reason to stay.
    process.channel?.unref();
    // The terminal may be gone already; what is left to do needs none.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  });
}
