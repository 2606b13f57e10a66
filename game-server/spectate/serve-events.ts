// A live match for tools: schema/http/events.ts. Open to whoever may watch it, in whatever process its table stands.

import { UserError } from "../../rooms/user-error.ts";
import type { BlockList } from "../../rooms/dependencies.ts";
import { followMatch } from "../../schema/http/events.ts";
import type { Caller } from "../identity/request-identity.ts";
import type { LiveList } from "./live-matches.ts";
import type { Followed, MatchStreams } from "./match-streams.ts";
import { addressKey, perMinute } from "../http/rate-limit.ts";
import type { Api } from "../http/serve.ts";

export interface EventsOptions {
  readonly live: Pick<LiveList, "list">;
  readonly blocks: Pick<BlockList, "avoids" | "subscribe">;
  readonly streams: Pick<MatchStreams, "open" | "part">;
  readonly watchesPerMinute: number;
}

export function serveEvents({ serve }: Api, { live, blocks, streams, watchesPerMinute }: EventsOptions): void {
  blocks.subscribe((blockerId, blockedId, isBlocked) => {
    if (isBlocked) streams.part(blockerId, blockedId);
  });

  /** @throws UserError 404 where there is none, or none that the caller may watch */
  async function find(id: string, caller: Caller | null): Promise<Followed> {
    const match = live.list().find(({ roomId, matchId }) => matchId === id || roomId === id);
    const avoided = caller === null ? new Set<string>() : await blocks.avoids(caller.player.id);
    if (match === undefined || match.players.some((player) => avoided.has(player.id)))
      throw new UserError("notFound", {}, 404);
    return match;
  }

  serve(
    followMatch,
    async ({ params, caller, request, response }) => {
      const match = await find(params.id, caller);
      // A request for the headers alone would wait for the end of a body that is not sent.
      if (request.method === "HEAD") return void response.type("text/event-stream").end();
      const by = { address: addressKey(request.ip ?? ""), playerId: caller?.player.id ?? null };
      streams.open(match, by, request.get("Last-Event-ID"), response);
    },
    perMinute(watchesPerMinute),
  );
}
