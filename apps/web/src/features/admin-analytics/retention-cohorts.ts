interface Cohort {
  month: string;
  members: number;
  months: { after: number; members: number; share: number | null }[];
}

/**
 * The months in which anybody came for the first time, the columns that their rows reach to, and of the latest of them that
 * can be told already how many came again a month later.
 */
export function cohortsOf<Item extends Cohort>(items: readonly Item[]) {
  const cohorts = items.filter(({ members }) => members > 0);
  const columns = Math.max(0, ...cohorts.map(({ months }) => months.length));
  const latest = cohorts
    .flatMap(({ month, members, months }) => {
      const next = months.find(({ after }) => after === 1);
      return next ? [{ month, members, returned: next.members, share: next.share }] : [];
    })
    .at(-1);
  return { cohorts, months: Array.from({ length: columns }, (_, after) => after), latest: latest ?? null };
}
