// The log: JSON lines in production, a readable line otherwise. Colyseus writes through it too. Cookies and passwords are
// struck out, and addresses are logged without their query, because reconnection tokens ride in it.

import { format } from "node:util";
import { type Logger, pino, stdSerializers } from "pino";
import type { Settings } from "./settings.ts";

const SECRETS = [
  "cookie",
  "authorization",
  "password",
  "*.cookie",
  "*.authorization",
  "*.password",
  'headers["set-cookie"]',
];

export function createLog(settings: Pick<Settings, "production" | "logLevel">): Logger {
  const options = {
    level: settings.logLevel,
    redact: { paths: SECRETS, censor: "[secret]" },
    serializers: { err: stdSerializers.err },
  };
  return settings.production ? pino(options) : pino(options, { write: (line) => process.stdout.write(readable(line)) });
}

/** What Colyseus logs with (console's methods). */
export function colyseusLogger(
  log: Logger,
): Record<"debug" | "error" | "info" | "trace" | "warn", (...args: unknown[]) => void> {
  const from = log.child({ from: "colyseus" });
  return {
    debug: (...args) => from.debug(withoutQueries(format(...args))),
    trace: (...args) => from.trace(withoutQueries(format(...args))),
    info: (...args) => from.info(withoutQueries(format(...args))),
    warn: (...args) => from.warn(withoutQueries(format(...args))),
    error: (...args) => from.error(withoutQueries(format(...args))),
  };
}

/** Strikes the query off every address in a text. */
function withoutQueries(text: string): string {
  return text.replace(/\?\S+/gu, "?…");
}

const LEVELS: Readonly<Record<string, string>> = {
  10: "trace",
  20: "debug",
  30: "info",
  40: "warn",
  50: "ERROR",
  60: "FATAL",
};
/** Said elsewhere in the line, or the same in every line. */
const LEFT_OUT = new Set(["level", "time", "pid", "hostname", "msg", "err"]);

/** `12:00:01 warn a sentence  key=value`, and an error's stack below. */
function readable(line: string): string {
  const entry: Record<string, unknown> = JSON.parse(line);
  const time = new Date(Number(entry["time"])).toISOString().slice(11, 19);
  const rest = Object.entries(entry)
    .filter(([key]) => !LEFT_OUT.has(key))
    .map(([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`);
  const { err } = entry;
  const stack = typeof err === "object" && err !== null && "stack" in err ? `\n${String(err.stack)}` : "";
  return `${[time, LEVELS[String(entry["level"])], entry["msg"], ...rest].join(" ")}${stack}\n`;
}
