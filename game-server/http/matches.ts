// What became of a match, and the match itself, to replay: schema/http/matches.ts.

import { z } from "zod";
import type { Matches } from "../../db/repositories/matches.ts";
import { UserMistake } from "../../rooms/user-mistake.ts";
import { askMatch, askRecording } from "../../schema/http/matches.ts";
import type { Api } from "./serve.ts";

export function serveMatches({ serve }: Api, matches: Matches): void {
  serve(askMatch, async ({ params }) => {
    return isId(params.id) ? await matches.find(params.id) : { status: "unknown" as const };
  });

  serve(askRecording, async ({ params, response }) => {
    const bytes = isId(params.id) ? await matches.recording(params.id) : null;
    if (bytes === null) throw new UserMistake("notFound", {}, 404);
    response.type("application/octet-stream").send(Buffer.from(bytes));
  });
}

function isId(id: string): boolean {
  return z.uuid().safeParse(id).success;
}
