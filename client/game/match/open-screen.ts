// Opens a match on the page, or on a part of one: shows it at once, and takes the seat when what it needs is loaded.

import type { Player } from "../../../schema/http/guests.ts";
import { t } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { loadMatchParts } from "./load-parts.ts";
import { Screen } from "./screen.ts";

export interface OpenedScreen {
  /** Says that a match played alone is over, as far as this page is concerned. */
  leave(): void;
  /** Somebody has come: a friendly sound. */
  chime(): void;
}

/** @param where `alone` it is the whole page, `inside` it is a part of another one, which keeps its title and its way out */
export async function openScreen(
  context: PageContext,
  roomId: string,
  player: Player,
  where: "alone" | "inside" = "alone",
): Promise<OpenedScreen> {
  const screen = new Screen(context, roomId, player.id, where === "inside");
  screen.show();
  context.announce(t("title.page", { page: t("match.title") }));
  const parts = await loadMatchParts();
  if (!context.left.aborted) screen.start(parts);
  return screen;
}
