// What only a match needs: the sdk, the scene and the sounds. Three downloads at once, the first time.

import type { openTable } from "../scene/open-table.ts";
import type { openSound } from "../sound/open-sound.ts";
import type { openMatch } from "../../../sdk/open-match.ts";

export interface MatchParts {
  readonly openMatch: typeof openMatch;
  readonly openTable: typeof openTable;
  readonly openSound: typeof openSound;
}

export async function loadMatchParts(): Promise<MatchParts> {
  const [match, table, sound] = await Promise.all([
    import("../../../sdk/open-match.ts"),
    import("../scene/open-table.ts"),
    import("../sound/open-sound.ts"),
  ]);
  return { openMatch: match.openMatch, openTable: table.openTable, openSound: sound.openSound };
}

/** Loads them ahead of time; if that fails, it shows when they are needed. */
export function warmMatchParts(): void {
  loadMatchParts().catch(() => undefined);
}
