// Which way the keyboard pushes, as seen on the screen. The key pressed last wins, so turning round needs no perfect timing.

/** As on the screen: 1 to the right or down, -1 to the left or up, 0 neither. */
export type Push = -1 | 0 | 1;

/** By `KeyboardEvent.code`, so that A and D are where they are on every layout. Up is left for who looks along the table. */
type Pushes = Readonly<Record<string, Push>>;

const LETTERS: Pushes = { KeyA: -1, KeyW: -1, KeyD: 1, KeyS: 1 };
const ARROWS: Pushes = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** A single player has all keys; two at one keyboard have a side of it each. */
export type KeySide = "all" | "letters" | "arrows";
const SIDES: Readonly<Record<KeySide, Pushes>> = { all: { ...LETTERS, ...ARROWS }, letters: LETTERS, arrows: ARROWS };

export interface HeldKeys {
  readonly side: KeySide;
  /** Codes of the keys held, in the order in which they were pressed. */
  readonly held: string[];
}

export function createHeldKeys(side: KeySide = "all"): HeldKeys {
  return { side, held: [] };
}

/** Which way this key pushes; 0 for a key that is none of these. */
export function pushOf({ side }: Pick<HeldKeys, "side">, code: string): Push {
  return SIDES[side][code] ?? 0;
}

/** A key goes down. Returns whether anything changed: key repeat changes nothing. */
export function press(keys: HeldKeys, code: string): boolean {
  if (pushOf(keys, code) === 0 || keys.held.includes(code)) return false;
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
  return pushOf(keys, keys.held.at(-1) ?? "");
}
