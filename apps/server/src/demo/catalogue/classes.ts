/** A class on offer. */
export interface DemoClass {
  name: string;
  description: string;
  minutes: number;
  /** How much members want it; 1 is average. */
  appeal: number;
  cancellationCutoffMinutes: number | null;
}

export const demoClasses = {
  vinyasa: {
    name: 'Vinyasa Flow',
    description:
      'Breath-led sequences that change every week. Some experience helps; every pose has an easier version.',
    minutes: 60,
    appeal: 1.4,
    cancellationCutoffMinutes: null,
  },
  hatha: {
    name: 'Hatha Yoga',
    description: 'Classic poses, held long enough to learn them properly. A good place to begin.',
    minutes: 75,
    appeal: 0.9,
    cancellationCutoffMinutes: null,
  },
  yin: {
    name: 'Yin & Restore',
    description: 'Slow, quiet and close to the floor. Poses are held for minutes with bolsters and blankets.',
    minutes: 75,
    appeal: 1.1,
    cancellationCutoffMinutes: null,
  },
  power: {
    name: 'Power Yoga',
    description: 'A strong, sweaty practice with few breaks. For those who know the basics.',
    minutes: 60,
    appeal: 0.9,
    cancellationCutoffMinutes: null,
  },
  matPilates: {
    name: 'Mat Pilates',
    description: 'Core, posture and control on the mat. All levels.',
    minutes: 45,
    appeal: 1,
    cancellationCutoffMinutes: null,
  },
  reformer: {
    name: 'Reformer Pilates',
    description: 'Eight reformers, eight people. Springs do the coaching. Cancel free until twelve hours before.',
    minutes: 50,
    appeal: 1.45,
    cancellationCutoffMinutes: 12 * 60,
  },
  barre: {
    name: 'Barre',
    description: 'Small movements, big muscles, good music. No dance experience needed.',
    minutes: 50,
    appeal: 1,
    cancellationCutoffMinutes: null,
  },
  spin: {
    name: 'Indoor Cycling',
    description: 'Forty-five minutes of climbs and sprints, by heart rate, not by feeling.',
    minutes: 45,
    appeal: 1.1,
    cancellationCutoffMinutes: null,
  },
  hiit: {
    name: 'HIIT',
    description: 'Intervals with kettlebells and body weight. Short, hard, over before you know it.',
    minutes: 45,
    appeal: 1.2,
    cancellationCutoffMinutes: null,
  },
  strength: {
    name: 'Functional Strength',
    description: 'Squat, hinge, push, pull, carry. Small groups, written progress.',
    minutes: 55,
    appeal: 1.1,
    cancellationCutoffMinutes: null,
  },
  mobility: {
    name: 'Mobility',
    description: 'Hips, spine and shoulders, for desks and for runners.',
    minutes: 45,
    appeal: 0.7,
    cancellationCutoffMinutes: null,
  },
  prenatal: {
    name: 'Prenatal Yoga',
    description: 'Gentle practice for the second and third trimester, with a midwife once a month.',
    minutes: 60,
    appeal: 0.45,
    cancellationCutoffMinutes: null,
  },
} as const satisfies Record<string, DemoClass>;

export type ClassKey = keyof typeof demoClasses;
