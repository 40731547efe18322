/** Days of the past that are generated. */
export const HISTORY_DAYS = 730;
/** The schedule reaches so many days further. */
const FUTURE_DAYS = 28;
/** Tickets sold over the whole time; one is valid for 60 days, so a window of them is valid at any moment. */
export const TICKETS = 180_000;
export const VALID_DAYS = 60;
/** Days from the first ticket to the last: sales begin before the first session, and go on until today. */
export const SALES_DAYS = HISTORY_DAYS + VALID_DAYS;

const SESSIONS_PER_DAY = 64;

/** A busy studio after two years. */
export const HISTORY_STUDIO = {
  members: 100_000,
  baselineMembers: 0,
  sessions: (HISTORY_DAYS + FUTURE_DAYS) * SESSIONS_PER_DAY,
  sessionsPerDay: SESSIONS_PER_DAY,
  capacity: 20,
};
