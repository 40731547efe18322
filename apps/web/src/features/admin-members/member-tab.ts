/** The parts of a member's page, each with its own address. */
export const memberTabs = ['overview', 'tickets', 'bookings', 'payments', 'devices', 'audit'] as const;
export type MemberTab = (typeof memberTabs)[number];

/** Reads the part out of an address; the first one when it makes no sense. */
export function readMemberTab(value: string | string[] | undefined): MemberTab {
  return memberTabs.find((tab) => tab === value) ?? 'overview';
}

export function memberHref(userId: string, tab: MemberTab = 'overview'): string {
  return tab === 'overview' ? `/admin/members/${userId}` : `/admin/members/${userId}?tab=${tab}`;
}
