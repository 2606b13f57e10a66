// How long things are kept. The server follows it, and the privacy page says it (client/pages/legal/privacy.ts), so the two cannot differ.

/** Of an unused session. */
export const SESSION_DAYS = 30;
/** Of an account's session, however often it is used: then it signs in again. */
export const LONGEST_SESSION_DAYS = 180;
/** Of a browser that isn't asked for the second factor again. */
export const REMEMBER_DAYS = 30;
/** Of browsers' error reports and metrics. */
export const REPORTS_KEPT_DAYS = 90;
/** Of notifications that have been read. */
export const READ_NOTIFICATIONS_KEPT_DAYS = 30;
/** Of the record that a mail was sent, without its content, and of a mail that could not be sent. */
export const DONE_JOBS_KEPT_DAYS = 7;
export const GIVEN_UP_JOBS_KEPT_DAYS = 90;
