// A server on which these accounts have signed up, for pages that are opened as one of them.

import { SECRET, type SeededAccount, seedAccount } from "./accounts.ts";
import { type TestServer, startServer } from "./server.ts";
import { inStorage, newStorage } from "./storage.ts";

/** In the order of their names. */
export async function startServerOf(
  ...names: readonly string[]
): Promise<{ readonly server: TestServer; readonly accounts: readonly SeededAccount[] }> {
  const storage = await newStorage();
  const accounts: SeededAccount[] = [];
  await inStorage(storage, async (database) => {
    for (const name of names) accounts.push(await seedAccount(database, name));
  });
  return { server: await startServer({ storage, env: { SESSION_SECRET: SECRET } }), accounts };
}
