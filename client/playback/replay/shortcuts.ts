// Which key does what while a replay is on the page.

export type ReplayAction =
  | "play"
  | "back5"
  | "on5"
  | "frameBack"
  | "frameOn"
  | "previous"
  | "next"
  | "longest"
  | "slower"
  | "faster"
  | "view"
  | "thinking"
  | "sound"
  | "screen";

/** By KeyboardEvent.key, letters in lower case. */
const ACTIONS: Readonly<Record<string, ReplayAction>> = {
  " ": "play",
  k: "play",
  j: "back5",
  l: "on5",
  arrowleft: "back5",
  arrowright: "on5",
  ",": "frameBack",
  ".": "frameOn",
  p: "previous",
  n: "next",
  r: "longest",
  "-": "slower",
  "+": "faster",
  "=": "faster",
  v: "view",
  t: "thinking",
  m: "sound",
  f: "screen",
};

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What is wanted by a key, or null.
 * @param focus the tag and type of what has the focus: what it needs itself stays its own
 */
export function actionOf(
  pressed: Pressed,
  focus: { readonly tag: string; readonly type: string },
): ReplayAction | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
  const key = pressed.key.toLowerCase();
  const action = ACTIONS[key] ?? null;
  if (focus.tag === "TEXTAREA" || (focus.tag === "INPUT" && focus.type !== "range" && focus.type !== "radio"))
    return null;
  if (key === " " && ["BUTTON", "A", "SUMMARY", "SELECT"].includes(focus.tag)) return null;
  if (focus.tag === "SELECT" || focus.type === "radio")
    return key.startsWith("arrow") || key.length === 1 ? null : action;
  // The slider has its own steps.
  if (focus.type === "range" && key.startsWith("arrow")) return null;
  return action;
}
