// Somebody who has picked a name: what they send to be known, and the tables they open for a friend.

import { randomUUID } from "node:crypto";
import { MeReply } from "../../schema/http/guests.ts";
import { InvitationReply, type InvitationRequest, MatchReply } from "../../schema/http/matches.ts";
import { visit } from "./browser-like.ts";

export interface Guest {
  readonly url: string;
  readonly id: string;
  readonly name: string;
  /** The session cookie. */
  readonly headers: Readonly<Record<string, string>>;
  /** Opens a table and answers its room's id; one of the seats is this guest's. */
  invite(rules?: InvitationRequest["rules"]): Promise<string>;
  /** What became of a match. */
  match(id: string): Promise<MatchReply>;
}

/** @param name a new one each time when left out */
export async function createGuest(url: string, name = `Guest ${randomUUID().slice(0, 8)}`): Promise<Guest> {
  const visitor = visit(url);
  const made = await visitor.post("/api/guests", { name });
  if (made.status !== 200) throw new Error(`no guest: ${made.status} ${JSON.stringify(made.body)}`);
  const { player } = MeReply.parse(made.body);
  if (player === null) throw new Error("the guest is nobody");
  return {
    url,
    id: player.id,
    name: player.name,
    headers: { cookie: visitor.cookie() },
    async invite(rules) {
      const answer = await visitor.post("/api/invitations", rules === undefined ? {} : { rules });
      return InvitationReply.parse(answer.body).roomId;
    },
    async match(id) {
      return MatchReply.parse((await visitor.get(`/api/matches/${id}`)).body);
    },
  };
}
