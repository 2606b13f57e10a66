// Friends, requests and blocks of the caller. Changes are sent live by the people room (../messages/people.ts).

import { z } from "zod";
import { STATUSES } from "../../contract/people.ts";
import { endpoint } from "./endpoint.ts";
import { LoginParams, PlayerParams } from "./fields.ts";
import { FRIENDSHIPS } from "./players.ts";

const tag = "Friends";

export const ListedPlayer = z.object({
  id: z.string(),
  name: z.string(),
  /** Null for a guest, who can only be blocked. */
  login: z.string().nullable(),
  avatarId: z.string().nullable(),
  /** Friends, asked or blocked since. */
  since: z.string(),
});
export type ListedPlayer = z.infer<typeof ListedPlayer>;

export const Friend = ListedPlayer.extend({
  /** Null where the friend hides it. */
  status: z.enum(STATUSES).nullable(),
  lastSeenAt: z.string().nullable(),
});
export type Friend = z.infer<typeof Friend>;

export const FriendsReply = z.object({
  friends: z.array(Friend),
  incoming: z.array(ListedPlayer),
  outgoing: z.array(ListedPlayer),
  blocked: z.array(ListedPlayer),
});
export type FriendsReply = z.infer<typeof FriendsReply>;

export const askFriends = endpoint({
  method: "GET",
  path: "/api/friends",
  access: "player",
  tag,
  summary: "The caller's friends, requests both ways, and blocked players; latest first.",
  reply: FriendsReply,
});

/** The result: `asked`, or `friends` where the other had asked. */
export const AskedReply = z.object({ friendship: z.enum(FRIENDSHIPS) });
export type AskedReply = z.infer<typeof AskedReply>;

const ASK_REFUSALS = ["friends.notPossible", "friends.tooMany", "tooMany"];

export const askByLogin = endpoint({
  method: "POST",
  path: "/api/friends",
  access: "player",
  tag,
  summary: "Sends a player a friend request. If they have already sent one to the caller, this accepts it.",
  body: LoginParams,
  reply: AskedReply,
  refusals: [...ASK_REFUSALS, "notFound"],
});

export const askById = endpoint({
  method: "PUT",
  path: "/api/friends/{id}",
  access: "player",
  tag,
  summary: "The same, by the player's id.",
  params: PlayerParams,
  reply: AskedReply,
  refusals: ASK_REFUSALS,
});

export const acceptFriend = endpoint({
  method: "POST",
  path: "/api/friends/{id}/accept",
  access: "player",
  tag,
  summary: "Accepts a friend request.",
  params: PlayerParams,
  refusals: ["notFound", "tooMany"],
});

export const removeFriend = endpoint({
  method: "DELETE",
  path: "/api/friends/{id}",
  access: "player",
  tag,
  summary: "Ends a friendship, declines a request, or withdraws one.",
  params: PlayerParams,
  refusals: ["tooMany"],
});

export const block = endpoint({
  method: "PUT",
  path: "/api/blocks/{id}",
  access: "player",
  tag,
  summary:
    "Blocks a player, who can no longer befriend, challenge, message or watch the caller and isn't told. Ends a friendship.",
  params: PlayerParams,
  refusals: ["notFound", "friends.notPossible", "tooMany"],
});

export const unblock = endpoint({
  method: "DELETE",
  path: "/api/blocks/{id}",
  access: "player",
  tag,
  summary: "Unblocks a player. A friendship that the block ended stays ended.",
  params: PlayerParams,
  refusals: ["tooMany"],
});
