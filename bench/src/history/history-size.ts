/** Days of the past that are generated. */
export const HISTORY_DAYS = 730;
/** The schedule reaches so many days further. */
export const FUTURE_DAYS = 28;
/** Tickets sold over the whole time; one is valid for 60 days, so a window of them is valid at any moment. */
export const TICKETS = 180_000;
export const VALID_DAYS = 60;
/** Days from the first ticket to the last: sales begin before the first session, and go on until today. */
export const SALES_DAYS = HISTORY_DAYS + VALID_DAYS;
