// Live matches, and the way in for spectators: schema/http/spectating.ts.

import type { BlockList, LiveMatch } from "../../rooms/dependencies.ts";
import { UserError } from "../../rooms/user-error.ts";
import { MOST_LIVE, askLive, openSpectating } from "../../schema/http/spectating.ts";
import type { LiveList } from "./live-matches.ts";
import { perMinute } from "../http/rate-limit.ts";
import type { Api } from "../http/serve.ts";

export interface LiveOptions {
  readonly live: Pick<LiveList, "list">;
  /** The id of the table's watch room; null where there is nothing to watch. */
  readonly spectateRoomOf: (roomId: string) => Promise<string | null>;
  readonly watchesPerMinute: number;
  readonly blocks: Pick<BlockList, "avoids">;
}

export function serveLive({ serve }: Api, { live, spectateRoomOf, watchesPerMinute, blocks }: LiveOptions): void {
  serve(askLive, async ({ caller }) => {
    const avoids = caller === null ? new Set<string>() : await blocks.avoids(caller.player.id);
    return { matches: openTo(live.list(), avoids).slice(0, MOST_LIVE) };
  });

  serve(
    openSpectating,
    async ({ params }) => {
      const roomId = await spectateRoomOf(params.room);
      if (roomId === null) throw new UserError("notFound", {}, 404);
      return { roomId };
    },
    perMinute(watchesPerMinute),
  );
}

/** Without the matches of those whom a viewer has blocked, or who have blocked them: they couldn't watch. */
export function openTo(matches: readonly LiveMatch[], avoids: ReadonlySet<string>): LiveMatch[] {
  return matches.filter(({ players }) => !players.some(({ id }) => avoids.has(id)));
}
