// The page of a table: asks the name of whoever comes by a friend's link, then opens the match.

import { askName } from "../match/ask-name.ts";
import { openScreen } from "../match/open-screen.ts";
import type { Place } from "../place.ts";

export async function openPlay(place: Place): Promise<void> {
  const player = await place.visitor.load();
  if (place.left.aborted) return;
  if (player === null) askName(place, () => place.reopen());
  else await openScreen(place, place.params["room"] ?? "", player);
}
