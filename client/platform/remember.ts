// What this browser remembers by itself. A browser that forbids it forgets, and nothing else changes.

/** Whether the sounds are off: on this machine, for good. */
export const mutedNote = { store: "localStorage", key: "rally.muted" } as const;

/** The tier of quality that this machine keeps up with (game/scene/machine.ts). */
export const tierNote = { store: "localStorage", key: "rally.tier" } as const;

/** Whether desktop notifications are on: on this machine, for good. */
export const desktopNotificationsNote = { store: "localStorage", key: "rally.browserNotices" } as const;

/** The match last seen in a room: in this tab. */
export function matchNote(roomId: string): Note {
  return { store: "sessionStorage", key: `rally.match.${roomId}` };
}

export interface Note {
  readonly store: "localStorage" | "sessionStorage";
  readonly key: string;
}

export function remember({ store, key }: Note, value: string): void {
  try {
    window[store].setItem(key, value);
  } catch {
    // Forbidden or full.
  }
}

/** What was remembered, or "". */
export function recall({ store, key }: Note): string {
  try {
    return window[store].getItem(key) ?? "";
  } catch {
    return "";
  }
}
