// What is on, and the way in for those who want to watch: schema/http/watching.ts.

import type { BlockWatch } from "../../rooms/dependencies.ts";
import { UserMistake } from "../../rooms/user-mistake.ts";
import type { LiveMatch } from "../../rooms/watch/live-matches.ts";
import { MOST_LIVE, askLive, openWatching } from "../../schema/http/watching.ts";
import type { LiveList } from "../live-matches.ts";
import { perMinute } from "./rate-limit.ts";
import type { Api } from "./serve.ts";

export interface LiveOptions {
  readonly live: Pick<LiveList, "list">;
  /** The id of the table's watch room; null where there is nothing to watch. */
  readonly watchRoomOf: (roomId: string) => Promise<string | null>;
  readonly watchesPerMinute: number;
  readonly blocks: Pick<BlockWatch, "avoids">;
}

export function serveLive({ serve }: Api, { live, watchRoomOf, watchesPerMinute, blocks }: LiveOptions): void {
  serve(askLive, async ({ caller }) => {
    const avoids = caller === null ? new Set<string>() : await blocks.avoids(caller.player.id);
    return { matches: openTo(live.list(), avoids).slice(0, MOST_LIVE) };
  });

  serve(
    openWatching,
    async ({ params }) => {
      const roomId = await watchRoomOf(params.room);
      if (roomId === null) throw new UserMistake("notFound", {}, 404);
      return { roomId };
    },
    perMinute(watchesPerMinute),
  );
}

/** Without the matches of those whom a viewer has blocked, or who have blocked them: they would be shown out. */
export function openTo(matches: readonly LiveMatch[], avoids: ReadonlySet<string>): LiveMatch[] {
  return matches.filter(({ players }) => !players.some(({ id }) => avoids.has(id)));
}
