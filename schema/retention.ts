// How long what is kept. The server goes by it, and the privacy page says it (client/pages/legal/privacy.ts), so the two cannot differ.

/** Of a session, without a sign of life. */
export const SESSION_DAYS = 30;
/** Of an account's session, however often it is used: then it signs in again. */
export const LONGEST_SESSION_DAYS = 180;
/** Of a browser that need not be asked for the second factor again. */
export const REMEMBER_DAYS = 30;
/** Of what browsers told of their faults and figures. */
export const REPORTS_KEPT_DAYS = 90;
/** Of what a player was told, once they have read it. */
export const READ_NOTIFICATIONS_KEPT_DAYS = 30;
/** Of the note that a mail was sent, without what was in it, and of a mail that could not be. */
export const DONE_JOBS_KEPT_DAYS = 7;
export const GIVEN_UP_JOBS_KEPT_DAYS = 90;
