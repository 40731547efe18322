import type { PlanKey } from '../catalogue/plans.ts';
import type { Random } from '../random.ts';
import { STORY_DAYS } from '../story/story-days.ts';
import { type NameStock, nameStocks } from './names.ts';

export type City = 'Ljubljana' | 'Lisbon';

/** Somebody who trains here. */
export interface Person {
  name: string;
  email: string;
  locale: NameStock['locale'];
  city: City;
  joinedAt: Temporal.Instant;
  /** Lost interest then; null for those who stay. */
  leftAt: Temporal.Instant | null;
  /** Classes per week they would like; 0 for those who only registered. */
  perWeek: number;
  /** What they buy again and again. */
  plan: PlanKey;
  /** What they buy first. */
  firstPlan: PlanKey;
}

/** Of a hundred people, how many were here before the weeks that the demo tells in detail. */
const FOUNDERS = 0.55;
const DAY_HOURS = 24;

/**
 * Who joins when: a slow beginning, then more every week. In the order in which they joined.
 *
 * @param dawn when today begins; by then all have joined
 */
export function inventPeople(random: Random, count: number, dawn: Temporal.Instant): Person[] {
  const takenNames = new Set<string>();
  const people = Array.from({ length: count }, (_, index) => {
    const own = random.fork(`person ${index}`);
    const { name, stock } = inventName(own, takenNames);
    const isFounder = index < count * FOUNDERS;
    const daysAgo = isFounder ? own.between(STORY_DAYS, 290) : STORY_DAYS * (1 - Math.sqrt(own.next()));
    const hour = own.between(6.5, 23);
    return {
      name,
      email: `${emailName(name)}@example.com`,
      locale: stock.locale,
      city: own.chance(stock.inLisbon) ? 'Lisbon' : 'Ljubljana',
      joinedAt: hoursBefore(dawn, Math.ceil(daysAgo) * DAY_HOURS - hour),
      leftAt: own.chance(isFounder ? 0.13 : 0.03) ? hoursBefore(dawn, own.between(1, 35) * DAY_HOURS) : null,
      ...habits(own, isFounder),
    } satisfies Person;
  });
  return people.toSorted((a, b) => Temporal.Instant.compare(a.joinedAt, b.joinedAt));
}

function hoursBefore(at: Temporal.Instant, hours: number): Temporal.Instant {
  return at.subtract({ seconds: Math.round(hours * 3_600) });
}

/** Most come once or twice a week, some nearly every day; a few only registered. */
function habits(random: Random, isFounder: boolean): Pick<Person, 'perWeek' | 'plan' | 'firstPlan'> {
  const perWeek = random.chance(0.08) ? 0 : 0.6 + 4.8 * random.next() ** 1.6;
  const plan = usualPlan(random, perWeek);
  return { perWeek, plan, firstPlan: !isFounder && random.chance(0.55) ? 'intro' : plan };
}

function usualPlan(random: Random, perWeek: number): PlanKey {
  if (random.chance(0.12)) return 'reformerFive';
  if (perWeek > 2.2) return random.chance(0.85) ? 'monthly' : 'ten';
  if (perWeek > 1.2) return random.chance(0.3) ? 'monthly' : 'ten';
  return random.chance(perWeek > 0.6 ? 0.8 : 0.4) ? 'five' : 'single';
}

function inventName(random: Random, taken: Set<string>): { name: string; stock: NameStock } {
  const stock = random.weighted(nameStocks, ({ share }) => share);
  for (;;) {
    const name = `${random.pick(stock.first)} ${random.pick(stock.last)}`;
    if (taken.has(emailName(name))) continue;
    taken.add(emailName(name));
    return { name, stock };
  }
}

/** `Špela Žagar` → `spela.zagar` */
function emailName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ı', 'i').replaceAll(' ', '.');
}
