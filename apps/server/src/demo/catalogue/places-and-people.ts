export const demoLocations = {
  riverside: { name: 'Riverside', address: 'Trnovski pristan 12, 1000 Ljubljana', timeZone: 'Europe/Ljubljana' },
  oldTown: { name: 'Old Town', address: 'Stari trg 8, 1000 Ljubljana', timeZone: 'Europe/Ljubljana' },
  harbour: { name: 'Harbour', address: 'Rua da Cintura do Porto 24, 1200-450 Lisboa', timeZone: 'Europe/Lisbon' },
} as const;

export type LocationKey = keyof typeof demoLocations;

export const demoInstructors = {
  maja: { name: 'Maja Oblak', bio: 'Founder. Twenty years on the mat, twelve of them teaching.' },
  jonas: { name: 'Jonas Weber', bio: 'Came for his back, stayed for the handstands.' },
  elena: { name: 'Elena Ruiz', bio: 'Dancer turned Pilates teacher; trained in Madrid.' },
  tine: { name: 'Tine Kranjc', bio: 'Physiotherapist. Teaches what he prescribes.' },
  aisha: { name: 'Aisha Bello', bio: 'Former sprinter. Her intervals are honest.' },
  noah: { name: 'Noah Fischer', bio: 'Kettlebells, patience and a stopwatch.' },
  beatriz: { name: 'Beatriz Almeida', bio: 'Runs Harbour. Surfs before the seven o’clock class.' },
  tiago: { name: 'Tiago Moreira', bio: 'Cyclist; has climbed every hill he makes you climb.' },
  mei: { name: 'Mei Tanaka', bio: 'Yin, breath work and the longest silences in town.' },
  sofia: { name: 'Sofia Lindqvist', bio: 'Barre and Reformer; counts in four languages.' },
} as const;

export type InstructorKey = keyof typeof demoInstructors;
