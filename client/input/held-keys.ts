// Which way the keyboard pushes, as seen on the screen. The key pressed last wins, so turning round needs no perfect timing.

/** As on the screen: 1 to the right, -1 to the left, 0 neither. */
export type Push = -1 | 0 | 1;

/** By `KeyboardEvent.code`, so that A and D are where they are on every layout. Up is left for who looks along the table. */
const PUSHES: Readonly<Record<string, Push>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  KeyA: -1,
  KeyW: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  KeyD: 1,
  KeyS: 1,
};

/** Which way this key pushes; 0 for a key that is none of ours. */
export function pushOf(code: string): Push {
  return PUSHES[code] ?? 0;
}

export interface HeldKeys {
  /** Codes of the keys held, in the order in which they were pressed. */
  readonly held: string[];
}

export function createHeldKeys(): HeldKeys {
  return { held: [] };
}

/** A key goes down. Whether anything changed: a key that repeats changes nothing. */
export function press(keys: HeldKeys, code: string): boolean {
  if (pushOf(code) === 0 || keys.held.includes(code)) return false;
  keys.held.push(code);
  return true;
}

/** A key comes up. Whether anything changed. */
export function release(keys: HeldKeys, code: string): boolean {
  const at = keys.held.indexOf(code);
  if (at < 0) return false;
  keys.held.splice(at, 1);
  return true;
}

export function push(keys: HeldKeys): Push {
  return pushOf(keys.held.at(-1) ?? "");
}
