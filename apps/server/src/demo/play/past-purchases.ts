import type { DemoStudio } from '../insert-studio.ts';
import { PROLOGUE_DAYS, STORY_DAYS } from '../story/story-days.ts';
import type { MemberDeeds } from './member-deeds.ts';

/** What was sold in the months before the story begins: a month, again and again, to those who like to come often. */
export function planPastPurchases(members: MemberDeeds, studio: DemoStudio, dawn: Temporal.Instant): void {
  const storyBegins = dawn.subtract({ hours: 24 * STORY_DAYS });
  const firstTold = dawn.subtract({ hours: 24 * (STORY_DAYS + PROLOGUE_DAYS) });
  const { validityDays } = studio.plans.monthly;
  for (const member of studio.members.filter(({ plan, perWeek }) => plan === 'monthly' && perWeek > 0)) {
    let at = member.joinedAt.add({ minutes: 15 });
    while (Temporal.Instant.compare(at, storyBegins) < 0) {
      if (Temporal.Instant.compare(at, firstTold) > 0) members.planPurchase(member, 'monthly', at);
      at = at.add({ hours: 24 * validityDays });
    }
  }
}
