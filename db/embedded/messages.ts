// The messages between the server's thread and the database's.

export interface QueryRequest {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

export type QueryReply =
  | {
      readonly id: number;
      readonly rows: readonly Record<string, unknown>[];
      readonly affectedRows: number | undefined;
    }
  | { readonly id: number; readonly error: Failure };

/** The thread's first message, and the only one without a request. */
export type Opened = { readonly opened: true } | { readonly opened: false; readonly error: Failure };

/** An Error that crosses threads with PostgreSQL's details (code, constraint ...). */
export interface Failure {
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Asks the thread to write everything and end. */
export const CLOSE = "close";

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error), fields: {} };
  const plain = Object.entries(error).filter(([, value]) => typeof value === "string" || typeof value === "number");
  return { message: error.message, fields: Object.fromEntries(plain) };
}

export function errorOf({ message, fields }: Failure): Error {
  return Object.assign(new Error(message), fields);
}
