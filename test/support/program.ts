// A program of the machine that some tests run: where it is, or that they are skipped.

import { existsSync } from "node:fs";

/**
 * Its path, or null when there is none, which it then prints.
 * @param variable of the environment that says where it is; @param usual where Debian has it
 * @throws Error when there is none and CI is set: there, skipping would hide a failure
 */
export function findProgram(name: string, variable: string, usual: string): string | null {
  const program = process.env[variable] ?? usual;
  if (existsSync(program)) return program;
  const missing = `no ${name} at ${program}; set ${variable} to its path`;
  if (process.env["CI"]) throw new Error(missing);
  console.warn(`SKIPPED: ${missing}`);
  return null;
}
