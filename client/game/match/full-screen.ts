// The match on the whole screen. Phones without full screen (iPhones) have no button for it.

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
