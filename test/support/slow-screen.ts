// Run in a page before anything else: its frames come as on a slow screen, WebGL colours no pixels unless somebody looks at the
// picture, and time may pass faster there (pace.ts). Without graphics hardware a table takes a core and more; so it takes a sixth of
// one. Everything else on the page is as it always is.

import type { Page } from "playwright-core";

export interface SlowScreen {
  /** Between two frames, in real time. */
  readonly frameMs: number;
  /** How many times as fast as real time the page's clocks and timers are. */
  readonly pace: number;
}

declare global {
  /** In a page: whether its tables are drawn now. */
  var isLookedAt: boolean | undefined;
}

/** Has the page's tables drawn until `look` is through. */
export async function lookAt<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const set = (is: boolean) => page.evaluate((value) => void (globalThis.isLookedAt = value), is);
  await set(true);
  try {
    return await look();
  } finally {
    await set(false);
  }
}

/** Runs in the page. */
export function slowDown({ frameMs, pace }: SlowScreen): void {
  type Draw = (this: unknown, ...args: unknown[]) => void;
  const drawing = ["clear", "drawArrays", "drawElements"];
  const more = ["drawArraysInstanced", "drawElementsInstanced", "blitFramebuffer"];
  for (const [{ prototype }, names] of [
    [WebGLRenderingContext, drawing],
    [WebGL2RenderingContext, [...drawing, ...more]],
  ] as const) {
    const calls = prototype as unknown as Record<string, Draw>;
    for (const name of names) {
      const draw = calls[name]!;
      calls[name] = function (...args) {
        if (globalThis.isLookedAt === true) draw.apply(this, args);
      };
    }
  }

  const realNow = performance.now.bind(performance);
  const realTimeout = globalThis.setTimeout.bind(globalThis);
  const realInterval = globalThis.setInterval.bind(globalThis);
  if (pace !== 1) {
    const RealDate = Date;
    const startedAt = RealDate.now();
    const now = (): number => Math.round(startedAt + (RealDate.now() - startedAt) * pace);
    performance.now = () => realNow() * pace;
    globalThis.Date = class extends RealDate {
      static override now = now;

      constructor(...given: [] | [number | string | Date]) {
        if (given.length === 0) super(now());
        else super(...given);
      }
    } as DateConstructor;
    globalThis.setTimeout = ((callback: TimerHandler, ms = 0, ...rest: unknown[]) =>
      realTimeout(callback, ms / pace, ...rest)) as typeof setTimeout;
    globalThis.setInterval = ((callback: TimerHandler, ms = 0, ...rest: unknown[]) =>
      realInterval(callback, ms / pace, ...rest)) as typeof setInterval;
  }

  const onNextFrame = globalThis.requestAnimationFrame.bind(globalThis);
  const cancelOnNextFrame = globalThis.cancelAnimationFrame.bind(globalThis);
  /** By the number that the page knows: how to stop it. */
  const waiting = new Map<number, () => void>();
  let last = 0;
  let drawnMs = 0;
  globalThis.requestAnimationFrame = (callback) => {
    const id = ++last;
    const timer = realTimeout(
      () => {
        const request = onNextFrame((ms) => {
          waiting.delete(id);
          drawnMs = realNow();
          callback(ms * pace);
        });
        waiting.set(id, () => cancelOnNextFrame(request));
      },
      Math.max(0, drawnMs + frameMs - realNow()),
    );
    waiting.set(id, () => clearTimeout(timer));
    return id;
  };
  globalThis.cancelAnimationFrame = (id) => {
    waiting.get(id)?.();
    waiting.delete(id);
  };
}
