/**
 * How Node runs the server. A batch of bookings allocates some 20 MB that nobody needs after its answers; in Node's own young
 * generation of 16 MB it survives, is copied, and takes a fifth of the processor's time (bench `hot`). Costs up to 200 MB of memory.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=64', '--min-semi-space-size=64'];
