import { Gauge, Histogram } from 'prom-client';

/** Commands that wait for a lane. */
export const commandsWaiting = new Gauge({
  name: 'openmat_seat_commands_waiting',
  help: 'Seat commands waiting for a lane',
});

/** How many commands a batch held: 1 on an idle system, more under a stampede. */
export const batchCommands = new Histogram({
  name: 'openmat_seat_batch_commands',
  help: 'Commands per batch',
  buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
});

/** From the start of a batch to the last of its answers. */
export const batchSeconds = new Histogram({
  name: 'openmat_seat_batch_seconds',
  help: 'Duration of a batch, with its commit',
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
});
