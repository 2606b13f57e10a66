// A server on which these accounts have signed up, for pages that are opened as one of them.

import { openDatabase } from "../../db/open.ts";
import { SECRET, type SeededAccount, seedAccount } from "./accounts.ts";
import { newDataFolder } from "./data-folder.ts";
import { type TestServer, startServer } from "./server.ts";
import { warn } from "./temporary-folder.ts";

/** In the order of their names. */
export async function startServerOf(
  ...names: readonly string[]
): Promise<{ readonly server: TestServer; readonly accounts: readonly SeededAccount[] }> {
  const dataDir = await newDataFolder();
  const database = await openDatabase({ url: null, dataDir, warn });
  const accounts: SeededAccount[] = [];
  for (const name of names) accounts.push(await seedAccount(database, name));
  await database.close();
  return { server: await startServer({ dataDir, env: { SESSION_SECRET: SECRET } }), accounts };
}
