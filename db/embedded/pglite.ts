// The embedded database as MikroORM needs it, running in a thread of its own (thread.ts). If that thread breaks down, what was
// asked of it fails and the next query starts another on the same folder.

import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { CLOSE, errorOf, type Opened, type QueryReply, type QueryRequest } from "./messages.ts";

const THREAD = new URL("./thread.ts", import.meta.url);

export interface QueryResult {
  readonly rows: readonly Record<string, unknown>[];
  readonly affectedRows: number | undefined;
}

/** The part of a PGlite that Kysely's dialect uses. */
export interface EmbeddedDatabase {
  readonly waitReady: Promise<void>;
  readonly ready: boolean;
  readonly closed: boolean;
  /** @throws Error with PostgreSQL's code */
  query(sql: string, parameters?: readonly unknown[]): Promise<QueryResult>;
  /** Between BEGIN and COMMIT, or ROLLBACK when `work` rejects. One at a time, and nothing else meanwhile. */
  transaction<T>(work: (transaction: Pick<EmbeddedDatabase, "query">) => Promise<T>): Promise<T>;
  /** Writes everything and ends the thread. */
  close(): Promise<void>;
}

interface Asked {
  resolve(result: QueryResult): void;
  reject(error: unknown): void;
}

/** @param folder of the database; made when missing. @throws Error when it cannot be opened */
export async function openEmbeddedDatabase(folder: string): Promise<EmbeddedDatabase> {
  let thread: Promise<Thread> | null = Thread.start(folder);
  let closed = false;
  let last: Promise<unknown> = Promise.resolve();
  await thread;

  const query: EmbeddedDatabase["query"] = async (sql, parameters = []) => {
    if (closed) throw new Error("the embedded database is closed");
    thread ??= Thread.start(folder);
    const asked = thread;
    try {
      return await (await asked).query(sql, parameters);
    } finally {
      // Another query may have started a new one already.
      if (thread === asked && (await asked.catch(() => null))?.isGone !== false) thread = null;
    }
  };
  return {
    waitReady: Promise.resolve(),
    ready: true,
    get closed() {
      return closed;
    },
    query,
    transaction(work) {
      const mine = last.then(async () => {
        await query("begin");
        try {
          const result = await work({ query });
          await query("commit");
          return result;
        } catch (error) {
          await query("rollback").catch(() => undefined);
          throw error;
        }
      });
      last = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      if (closed) return;
      closed = true;
      await (await thread?.catch(() => null))?.close();
    },
  };
}

class Thread {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked>();
  #lastId = 0;
  isGone = false;

  /** @throws Error when the database cannot be opened */
  static async start(folder: string): Promise<Thread> {
    // How this process was started (a script, a probe) doesn't concern the thread.
    const worker = new Worker(THREAD, { workerData: folder, execArgv: [] });
    const [first] = (await once(worker, "message")) as [Opened];
    if (!first.opened) throw errorOf(first.error);
    return new Thread(worker);
  }

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (reply: QueryReply) => this.#take(reply));
    worker.on("error", (error) => this.#lose(error));
    worker.on("exit", () => this.#lose(new Error("the embedded database has stopped")));
  }

  query(sql: string, parameters: readonly unknown[]): Promise<QueryResult> {
    return new Promise((resolve, reject) => {
      if (this.isGone) return reject(new Error("the embedded database has stopped"));
      const id = ++this.#lastId;
      this.#asked.set(id, { resolve, reject });
      this.#worker.postMessage({ id, sql, parameters } satisfies QueryRequest);
    });
  }

  async close(): Promise<void> {
    if (this.isGone) return;
    const ended = once(this.#worker, "exit");
    this.#worker.postMessage(CLOSE);
    await ended;
  }

  #take(reply: QueryReply): void {
    const asked = this.#asked.get(reply.id);
    this.#asked.delete(reply.id);
    if ("error" in reply) asked?.reject(errorOf(reply.error));
    else asked?.resolve(reply);
  }

  #lose(error: Error): void {
    this.isGone = true;
    for (const asked of this.#asked.values()) asked.reject(error);
    this.#asked.clear();
  }
}
