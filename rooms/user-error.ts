// The one kind of error that is shown to the person who caused it; everything else that is thrown is a bug and is logged.
// HTTP turns it into a Problem (game-server/http/problems.ts).

export type UserErrorValues = Readonly<Record<string, string | number>>;

/** Something a person asked for that cannot be done, named by an i18n key. */
export class UserError extends Error {
  readonly code: string;
  readonly values: UserErrorValues;
  /** Its HTTP status. */
  readonly status: number;

  /** @param code i18n key, as in client/platform/i18n/ @param status from 400 to 499 */
  constructor(code: string, values: UserErrorValues = {}, status = 400) {
    super(code);
    this.name = "UserError";
    this.code = code;
    this.values = values;
    this.status = status;
  }
}
