// What is on, and the way in for those who want to watch: schema/http/watching.ts.

import { UserMistake } from "../../rooms/user-mistake.ts";
import { MOST_LIVE, askLive, openWatching } from "../../schema/http/watching.ts";
import type { LiveList } from "../live-matches.ts";
import { perMinute } from "./rate-limit.ts";
import type { Api } from "./serve.ts";

export interface LiveOptions {
  readonly live: Pick<LiveList, "list">;
  /** The id of the table's watch room; null where there is nothing to watch. */
  readonly watchRoomOf: (roomId: string) => Promise<string | null>;
  readonly watchesPerMinute: number;
}

export function serveLive({ serve }: Api, { live, watchRoomOf, watchesPerMinute }: LiveOptions): void {
  serve(askLive, () => ({ matches: live.list().slice(0, MOST_LIVE) }));

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
