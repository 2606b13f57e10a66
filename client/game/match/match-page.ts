// The page of a table: asks the name of whoever comes by a friend's link, then opens the match.

import { askName } from "./ask-name.ts";
import type { PageContext } from "../../platform/page-context.ts";
import type { Player } from "../../../schema/http/guests.ts";
import { t } from "../../platform/i18n/translate.ts";
import { loadMatchParts } from "./load-parts.ts";
import { Screen, type OpenedScreen } from "./screen.ts";

export async function openPlay(context: PageContext): Promise<void> {
  const player = await context.visitor.load();
  if (context.left.aborted) return;
  if (player === null) askName(context, () => context.reopen());
  else await openScreen(context, context.params["room"] ?? "", player);
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
