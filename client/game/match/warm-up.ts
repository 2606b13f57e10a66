// A match against the computer inside the page of those who wait for an opponent, with a ribbon that says what goes on there.

import { render, type TemplateResult } from "lit/html.js";
import type { Player } from "../../../schema/http/guests.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { readSettings } from "../../platform/settings.ts";
import { openScreen } from "./match-page.ts";
import type { OpenedScreen } from "./screen.ts";

export interface WarmUp {
  /** What to put on the page. */
  readonly parts: readonly HTMLElement[];
  /** Shows this in the ribbon. */
  tell(words: TemplateResult): void;
  /** A friendly sound: somebody has come. */
  chime(): void;
  /** Stops the match. */
  end(): void;
}

/** Put its `parts` on the page at once. @param failed the table could not be played at; the warm-up is to be ended then */
export function openWarmUp(context: PageContext, roomId: string, player: Player, failed: () => void): WarmUp {
  const ended = new AbortController();
  const root = document.createElement("div");
  root.className = "page";
  const ribbon = document.createElement("div");
  let screen: OpenedScreen | null = null;
  const inner: PageContext = {
    ...context,
    root,
    left: ended.signal,
    // The page stays the one of waiting.
    announce: () => {},
    guard: () => {},
    fail: failed,
  };
  openScreen(inner, roomId, player, "inside").then(
    (opened) => (screen = opened),
    () => failed(),
  );
  return {
    parts: [root, ribbon],
    tell(words) {
      // It is beside the match, and has the colours of the same table.
      ribbon.className = `ribbon match-${readSettings().theme}`;
      render(words, ribbon);
    },
    chime: () => screen?.chime(),
    end() {
      screen?.leave();
      ended.abort();
    },
  };
}
