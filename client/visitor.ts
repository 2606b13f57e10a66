// Who sits before this page: asked of the server once, and changed by picking a name.

import type { Player } from "../schema/http/guests.ts";
import { askMe, takeName } from "./api.ts";

export interface Visitor {
  /** The player of this browser, or null: nobody yet. Asks the server the first time. */
  load(): Promise<Player | null>;
  /** Takes this name, unless it is already theirs. */
  call(name: string): Promise<void>;
  /** Forgets, so that the server is asked again: it no longer knew us. */
  forget(): void;
}

export function createVisitor(): Visitor {
  let player: Player | null | undefined;
  return {
    async load() {
      player ??= (await askMe()).player;
      return player;
    },
    async call(name) {
      if (player?.name === name) return;
      player = (await takeName({ name })).player;
    },
    forget() {
      player = undefined;
    },
  };
}
