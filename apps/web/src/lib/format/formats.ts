const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** How dates and times look, by name; a time zone is given wherever one is shown. */
export const formats = {
  dateTime: {
    time: clock,
    weekday: { weekday: 'short' },
    dayOfMonth: { day: 'numeric' },
    day: { weekday: 'long', day: 'numeric', month: 'long' },
    shortDay: { weekday: 'short', day: 'numeric', month: 'short' },
    date: { day: 'numeric', month: 'short', year: 'numeric' },
    weekdayTime: { weekday: 'short', ...clock },
    momentOfYear: { day: 'numeric', month: 'short', year: 'numeric', ...clock },
    moment: { weekday: 'short', day: 'numeric', month: 'short', ...clock },
  },
} as const;
