// Loaded into a server process that is measured (`node --import`): how late its ticks come, what it takes of the processor and
// of memory. Asked and answered over the process channel.

const TICK_MS = 1000 / 60;

/** What a server took while it was measured. */
export interface Reading {
  /** How late timers due every 1/60 s ran, in ms. */
  readonly latenessP50: number;
  readonly latenessP99: number;
  readonly latenessMax: number;
  /** Of one core, 0 to 1. */
  readonly cpu: number;
  readonly rssMb: number;
}

interface Measuring {
  late: number[];
  readonly sinceMs: number;
  readonly cpu: NodeJS.CpuUsage;
}

let measuring: Measuring | null = null;
let dueMs = performance.now() + TICK_MS;

function tick(): void {
  const nowMs = performance.now();
  measuring?.late.push(nowMs - dueMs);
  dueMs += TICK_MS;
  if (dueMs < nowMs) dueMs = nowMs + TICK_MS;
  setTimeout(tick, dueMs - nowMs).unref();
}

function read({ late, sinceMs, cpu }: Measuring): Reading {
  const used = process.cpuUsage(cpu);
  const sorted = late.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.max(0, sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return {
    latenessP50: at(0.5),
    latenessP99: at(0.99),
    latenessMax: at(1),
    cpu: (used.user + used.system) / 1000 / (performance.now() - sinceMs),
    rssMb: process.memoryUsage.rss() / 2 ** 20,
  };
}

if (process.send !== undefined) {
  setTimeout(tick, TICK_MS).unref();
  process.on("message", (message) => {
    if (message === "measure") measuring = { late: [], sinceMs: performance.now(), cpu: process.cpuUsage() };
    if (message === "read" && measuring !== null) process.send?.(read(measuring));
  });
  // Being asked is no reason to stay alive.
  process.channel?.unref();
}
