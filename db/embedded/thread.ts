// The thread of the embedded database. PGlite computes each query without a pause, some milliseconds of it; in the server's
// own thread every match would stand still meanwhile. Started by pglite.ts.

import { parentPort, workerData } from "node:worker_threads";
import { PGlite, types } from "@electric-sql/pglite";
import { CLOSE, failureOf, type Opened, type QueryReply, type QueryRequest } from "./messages.ts";

/** Times stay text: MikroORM reads them itself, as it has its other drivers do. */
const AS_TEXT = [types.DATE, types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL];
const parsers = Object.fromEntries(AS_TEXT.map((type) => [type, (text: string) => text]));

const port = parentPort!;

async function answer(pglite: PGlite, { id, sql, parameters }: QueryRequest): Promise<QueryReply> {
  try {
    const { rows, affectedRows } = await pglite.query<Record<string, unknown>>(sql, [...parameters]);
    return { id, rows, affectedRows };
  } catch (error) {
    return { id, error: failureOf(error) };
  }
}

async function open(): Promise<void> {
  const pglite = await PGlite.create({ dataDir: workerData as string, parsers });
  port.on("message", (message: QueryRequest | typeof CLOSE) => {
    if (message === CLOSE) void pglite.close().then(() => port.close());
    else void answer(pglite, message).then((reply) => port.postMessage(reply));
  });
}

try {
  await open();
  port.postMessage({ opened: true } satisfies Opened);
} catch (error) {
  port.postMessage({ opened: false, error: failureOf(error) } satisfies Opened);
  port.close();
}
