// The page of a table: asks the name of whoever comes by a friend's link, then opens the match.

import { askName } from "./ask-name.ts";
import { openScreen } from "./open-screen.ts";
import type { PageContext } from "../../platform/page-context.ts";

export async function openPlay(context: PageContext): Promise<void> {
  const player = await context.visitor.load();
  if (context.left.aborted) return;
  if (player === null) askName(context, () => context.reopen());
  else await openScreen(context, context.params["room"] ?? "", player);
}
