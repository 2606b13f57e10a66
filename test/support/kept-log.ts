// A log that says nothing and keeps every line, for tests of what is logged.

import { type Logger, pino } from "pino";

export interface KeptLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly msg: string;
  readonly [key: string]: unknown;
}

export function createKeptLog(): { log: Logger; lines: KeptLine[] } {
  const lines: KeptLine[] = [];
  const options = { level: "debug", formatters: { level: (level: string) => ({ level }) } };
  const log = pino(options, {
    write(line: string) {
      lines.push(JSON.parse(line));
    },
  });
  return { log, lines };
}
