/** One thing that is measured in every round; `round` counts from 1. */
export type Measurements<Sample> = Record<string, (round: number) => Promise<Sample>>;

/**
 * Takes every measurement once per round, one after the other, so that a busy spell of the machine meets all of them.
 *
 * @param onRound told before each round
 */
export async function measureInRounds<Sample>(
  rounds: number,
  measurements: Measurements<Sample>,
  onRound: (round: number) => void,
): Promise<Map<string, Sample[]>> {
  const samples = new Map<string, Sample[]>(Object.keys(measurements).map((name) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    onRound(round);
    for (const [name, measure] of Object.entries(measurements)) samples.get(name)?.push(await measure(round));
  }
  return samples;
}
