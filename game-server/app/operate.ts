// Commands of operators on the database (make-admin.ts, rebuild-figures.ts): each says in a sentence what it has done, or ends
// with 1 and a sentence that says what to do.

import { FolderInUseError } from "../../db/data-folder-lock.ts";
import { type Database, openDatabase } from "../../db/open.ts";
import { StartupError } from "../../db/errors.ts";
import { readSettings, type Settings } from "../platform/settings.ts";

/**
 * Runs it and prints what it returns.
 * @param besides what else helps while a server is using the embedded database
 */
export async function operate(act: (settings: Settings) => Promise<string>, besides = ""): Promise<void> {
  try {
    console.log(await act(readSettings()));
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    console.error(error.message);
    if (error instanceof FolderInUseError)
      console.error(
        `Only one process at a time can use the embedded database: stop the server, run this, and start it again.${besides}`,
      );
    process.exit(1);
  }
}

/** @throws StartupError when there is none to open */
export async function withDatabase<Answer>(
  settings: Settings,
  act: (database: Database) => Promise<Answer>,
): Promise<Answer> {
  const warn = (message: string) => console.warn(message);
  const database = await openDatabase({ url: settings.databaseUrl, dataDir: settings.dataDir, warn });
  try {
    return await act(database);
  } finally {
    await database.close();
  }
}
