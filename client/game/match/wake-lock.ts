// Keeps the screen from going dark while a match is on: a finger that waits for the ball touches nothing for a while.

/** Until `left` aborts. Where a browser can't or won't, nothing else changes. */
export function keepAwake(left: AbortSignal): void {
  if (!("wakeLock" in navigator)) return;
  let lock: WakeLockSentinel | null = null;
  const request = async (): Promise<void> => {
    // A hidden page loses it, and may ask for it again once it is seen.
    if (document.hidden || left.aborted || lock?.released === false) return;
    lock = await navigator.wakeLock.request("screen");
    if (left.aborted) await lock.release();
  };
  const ask = (): void => void request().catch(() => undefined);
  document.addEventListener("visibilitychange", ask, { signal: left });
  left.addEventListener("abort", () => void lock?.release().catch(() => undefined));
  ask();
}
