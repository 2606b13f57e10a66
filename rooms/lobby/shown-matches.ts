// The live matches in the lobby's state: the strongest, in the order of the list (game-server/spectate/live-matches.ts).

import { LiveMatchState, type LobbyState } from "../../schema/lobby-state.ts";
import { MOST_SHOWN_MATCHES } from "../../schema/lobby.ts";
import type { LiveMatch } from "../dependencies.ts";
import { writeChanged } from "../synced-state.ts";

export function publishMatches(state: LobbyState, all: readonly LiveMatch[]): void {
  const shown = all.slice(0, MOST_SHOWN_MATCHES);
  writeChanged(state, { live: all.length });
  const rooms = new Set(shown.map(({ roomId }) => roomId));
  for (const roomId of state.matches.keys()) if (!rooms.has(roomId)) state.matches.delete(roomId);
  for (const [place, match] of shown.entries()) {
    const before = state.matches.get(match.roomId);
    const one = before ?? new LiveMatchState();
    writeChanged(one, { ...fieldsOf(match), place });
    if (before === undefined) state.matches.set(match.roomId, one);
  }
}

function fieldsOf({ mode, ranked, players, score, watchers }: LiveMatch): Partial<LiveMatchState> {
  const [one, two] = players;
  return {
    mode: mode ?? "",
    ranked,
    one: one?.name ?? "",
    oneId: one?.id ?? "",
    oneRating: one?.rating ?? 0,
    two: two?.name ?? "",
    twoId: two?.id ?? "",
    twoRating: two?.rating ?? 0,
    onePoints: score[0] ?? 0,
    twoPoints: score[1] ?? 0,
    watchers,
  };
}
