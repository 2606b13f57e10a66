// Loaded before everything else of a process that is to be faster than real time: its clocks run faster and its timers are as much
// shorter. What Node does by itself, such as waiting for the network, does not notice.

const pace = Number(process.env["RALLY_TEST_PACE"] ?? 1);
// The threads of a process, and the processes that it starts, have their own.
delete process.env["RALLY_TEST_PACE"];
delete process.env["NODE_OPTIONS"];

const RealDate = Date;
const [realNow, realBigint] = [performance.now.bind(performance), process.hrtime.bigint.bind(process.hrtime)];
const startedAt = RealDate.now();
const pacedDate = (): number => Math.round(startedAt + (RealDate.now() - startedAt) * pace);

performance.now = () => realNow() * pace;
process.hrtime.bigint = () => BigInt(Math.round(Number(realBigint()) * pace));
globalThis.Date = class extends RealDate {
  static override now(): number {
    return pacedDate();
  }

  constructor(...given: [] | [number | string | Date]) {
    if (given.length === 0) super(pacedDate());
    else super(...given);
  }
} as DateConstructor;

for (const name of ["setTimeout", "setInterval"] as const) {
  const real = globalThis[name] as (callback: () => void, ms?: number, ...rest: unknown[]) => NodeJS.Timeout;
  const paced = (callback: () => void, ms = 0, ...rest: unknown[]) => real(callback, ms / pace, ...rest);
  globalThis[name] = Object.assign(paced, real) as never;
}

const realSignal = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (ms) => realSignal(Math.ceil(ms / pace));
