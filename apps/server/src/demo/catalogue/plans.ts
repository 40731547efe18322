import type { ClassKey } from './classes.ts';

/** A ticket plan of the shop. */
export interface DemoPlan {
  name: string;
  description: string;
  priceMinor: number;
  /** null: unlimited */
  entries: number | null;
  validityDays: number;
  starts: 'purchase' | 'first_booking';
  /** null: every class */
  classes: readonly ClassKey[] | null;
}

/** In the order of the shop. */
export const demoPlans = {
  intro: {
    name: 'Two weeks to try',
    description: 'As many classes as you like for fourteen days, from your first booking.',
    priceMinor: 39_00,
    entries: null,
    validityDays: 14,
    starts: 'first_booking',
    classes: null,
  },
  single: {
    name: 'Single class',
    description: 'One class, any class.',
    priceMinor: 16_00,
    entries: 1,
    validityDays: 30,
    starts: 'purchase',
    classes: null,
  },
  five: {
    name: 'Five entries',
    description: 'Five classes of your choice within two months.',
    priceMinor: 70_00,
    entries: 5,
    validityDays: 60,
    starts: 'purchase',
    classes: null,
  },
  ten: {
    name: 'Ten entries',
    description: 'Ten classes within four months, counted from your first booking.',
    priceMinor: 125_00,
    entries: 10,
    validityDays: 120,
    starts: 'first_booking',
    classes: null,
  },
  reformerFive: {
    name: 'Reformer five',
    description: 'Five Reformer classes within two months.',
    priceMinor: 110_00,
    entries: 5,
    validityDays: 60,
    starts: 'purchase',
    classes: ['reformer'],
  },
  monthly: {
    name: 'Monthly unlimited',
    description: 'Thirty days, every class, every location.',
    priceMinor: 119_00,
    entries: null,
    validityDays: 30,
    starts: 'purchase',
    classes: null,
  },
} as const satisfies Record<string, DemoPlan>;

export type PlanKey = keyof typeof demoPlans;
