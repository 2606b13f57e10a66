// Who is here and what is on, over HTTP: schema/http/lobby.ts. Chosen as a page of the lobby room chooses them.

import type { Cards } from "../../rooms/lobby/cards.ts";
import type { Roster } from "../../rooms/lobby/roster.ts";
import { LobbyViewer } from "../../rooms/lobby/viewer.ts";
import { askLobby, type PersonHere } from "../../schema/http/lobby.ts";
import { MOST_SHOWN_MATCHES } from "../../schema/lobby.ts";
import type { Api } from "../http/serve.ts";
import type { CreateLimit, Spans } from "../platform/limit.ts";
import { type LiveList, openTo } from "../spectate/feature.ts";

/** Per player: each call goes through all who are here. */
const LOOKS: Spans = [[60, 60]];

export interface LobbyOptions {
  readonly roster: Pick<Roster, "ready" | "all" | "get" | "count">;
  readonly cards: Pick<Cards, "tiesOf" | "maySee">;
  readonly live: Pick<LiveList, "list">;
  readonly createLimit: CreateLimit;
}

export function serveLobby({ serve }: Api, { roster, cards, live, createLimit }: LobbyOptions): void {
  const looks = createLimit("lobby", LOOKS);

  serve(askLobby, async ({ query: { search = "" }, caller: { player } }) => {
    await looks.take(player.id);
    const [ties] = await Promise.all([cards.tiesOf(player.id), roster.ready()]);
    const viewer = new LobbyViewer(player.id, (...who) => cards.maySee(...who));
    viewer.tie(ties);
    viewer.search(search);
    viewer.choose(roster.all(), roster.get(player.id)?.card ?? null);
    return {
      people: [...viewer.shown].map((id): PersonHere => {
        const { card, status } = roster.get(id)!;
        const { name, login, avatarId, ratings, privacy } = card;
        return {
          id,
          name,
          login,
          avatarId,
          status,
          classic: ratings.classic ?? null,
          quick: ratings.quick ?? null,
          isFriend: ties.friends.has(id),
          challenges: privacy.challenges,
        };
      }),
      hasMore: viewer.hasMore,
      here: roster.count,
      matches: openTo(live.list(), ties.avoids).slice(0, MOST_SHOWN_MATCHES),
    };
  });
}
