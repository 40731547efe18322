/** The demo tells six weeks of the past in detail, and the schedule of four to come. */
export const PAST_DAYS = 42;
export const COMING_DAYS = 28;

/** With the days in which the first sessions of these weeks were booked. */
export const STORY_DAYS = PAST_DAYS + 10;

/** Of the time before that only purchases are told, so that there is something to compare the last months with. */
export const PROLOGUE_DAYS = 75;
