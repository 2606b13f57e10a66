// Runs a command of operators (game-server/app/operate.ts) as they do: in a process of its own.

import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @param name as in `npm run NAME` @param dataDir of the embedded database */
export function runOperatorCommand(
  name: string,
  dataDir: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const file = join(import.meta.dirname, `../../game-server/${name}.ts`);
  const env = { PATH: process.env["PATH"], DATA_DIR: dataDir };
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { cwd: tmpdir(), env }, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}
