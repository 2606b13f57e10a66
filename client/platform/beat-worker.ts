// A worker that does nothing but beat: workers' timers are not slowed down when the page is hidden. Used by browser-clock.ts.

/** Often enough for everything that has to happen about once a second. */
const BEAT_MS = 200;

setInterval(() => postMessage(null), BEAT_MS);
