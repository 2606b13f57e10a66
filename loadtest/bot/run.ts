// A bot as a command: ends with 0, or with another code and one sentence (mistake.ts). Ctrl+C leaves the table first, a second one
// does not wait for that.

import { monotonicClock } from "../netcode/monotonic.ts";
import { type EveningOptions, spendEvening } from "./evening.ts";
import { BotMistake } from "./mistake.ts";

/** @param prepare what to do, or null when there is nothing more to do; what it throws is handled, too */
export async function runBot(prepare: () => Omit<EveningOptions, "clock" | "say" | "signal"> | null): Promise<void> {
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) process.exit(130);
      stopping.abort();
    });
  }
  try {
    const options = prepare();
    if (options === null) return;
    await spendEvening({
      ...options,
      clock: monotonicClock,
      say: (sentence) => console.log(sentence),
      signal: stopping.signal,
    });
  } catch (error) {
    if (!(error instanceof BotMistake)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
