// The whole screen, and one that stays on. Phones without full screen (iPhones) have no button for it.

export function canFillScreen(): boolean {
  return document.fullscreenEnabled;
}

export function fillsScreen(): boolean {
  return document.fullscreenElement !== null;
}

/** There and back. A browser that refuses stays as it is. */
export function toggleFullScreen(): void {
  const done = fillsScreen() ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}

/** Calls back when it changes, and goes back to normal when `left` aborts. */
export function watchFullScreen(left: AbortSignal, changed: () => void): void {
  document.addEventListener("fullscreenchange", changed, { signal: left });
  left.addEventListener("abort", () => {
    if (fillsScreen()) document.exitFullscreen().catch(() => undefined);
  });
}

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
