/** What a replay takes for granted; clients translate the codes, docs/analytics.md explains them. */
export const ASSUMPTIONS = [
  { code: 'same_behavior', text: 'Everybody books and cancels when they did, whatever the rules say.' },
  {
    code: 'tickets_always_usable',
    text: 'Everybody who booked had a usable ticket at every moment and was not blocked.',
  },
  { code: 'no_overlaps', text: 'Nobody is kept from a place by another session at the same time.' },
  { code: 'turned_away_unknown', text: 'Who was refused, or never tried, left no trace and does not come now either.' },
  { code: 'session_as_it_ended', text: 'Sessions have the capacity and times they ended with from the beginning.' },
  { code: 'own_cutoffs_stay', text: 'Classes and sessions with a cutoff of their own keep it.' },
  { code: 'booking_windows_open', text: 'What was booked may be booked: opening and closing times are not asked.' },
  { code: 'present_rules_then', text: 'The present rules were in force when it happened.' },
] as const;
