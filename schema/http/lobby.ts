// Who is here and the live matches, at this moment; live, the lobby room sends the same (../lobby-state.ts).

import { z } from "zod";
import { MAX_SEARCH } from "../lobby.ts";
import { AUDIENCES } from "../../contract/people.ts";
import { endpoint } from "./endpoint.ts";
import { LiveMatchReply } from "./spectating.ts";

const SeenRating = z.object({ rating: z.number().int(), provisional: z.boolean() }).nullable();

export const PersonHere = z.object({
  id: z.string(),
  name: z.string(),
  /** Null for a guest, as the next one. */
  login: z.string().nullable(),
  avatarId: z.string().nullable(),
  status: z.enum(["online", "playing"]),
  /** Null: none in this mode. */
  classic: SeenRating,
  quick: SeenRating,
  isFriend: z.boolean(),
  /** Who may challenge them. */
  challenges: z.enum(AUDIENCES),
});
export type PersonHere = z.infer<typeof PersonHere>;

export const LobbyReply = z.object({
  people: z.array(PersonHere),
  /** There are more who fit: a search finds them. */
  hasMore: z.boolean(),
  /** Everybody who is here, as far as all may know. */
  here: z.number().int(),
  matches: z.array(LiveMatchReply),
});
export type LobbyReply = z.infer<typeof LobbyReply>;

export const askLobby = endpoint({
  method: "GET",
  path: "/api/lobby",
  access: "guest",
  tag: "Lobby",
  summary: "Who is here, as far as the caller may see them, and the live matches that are open to all.",
  query: z.object({
    /** A part of a name. */
    search: z.string().max(MAX_SEARCH).optional(),
  }),
  reply: LobbyReply,
});
