// Somebody who has picked a name: what they send to be known, and the tables they open for a friend.

import { randomUUID } from "node:crypto";
import { MeReply } from "../../schema/http/guests.ts";
import { MatchReply } from "../../schema/http/matches.ts";
import { type InvitationRequest, TableReply, type TableRequest } from "../../schema/http/tables.ts";
import { type Visitor, visit } from "./browser-like.ts";

export interface Guest {
  readonly url: string;
  readonly id: string;
  readonly name: string;
  /** The session cookie. */
  readonly headers: Readonly<Record<string, string>>;
  /** Opens a table and returns its room's id; one of the seats is this guest's. */
  invite(rules?: InvitationRequest["rules"]): Promise<string>;
  /** Opens a table against the computer or at one keyboard. */
  setUp(table: TableRequest): Promise<string>;
  /** The bytes of a match. @throws Error when there are none */
  recording(id: string): Promise<Uint8Array>;
  /** The result of a match. */
  match(id: string): Promise<MatchReply>;
}

/** @param name a new one each time when left out */
export async function createGuest(url: string, name = `Guest ${randomUUID().slice(0, 8)}`): Promise<Guest> {
  const visitor = visit(url);
  const made = await visitor.post("/api/guests", { name });
  if (made.status !== 200) throw new Error(`no guest: ${made.status} ${JSON.stringify(made.body)}`);
  const { player } = MeReply.parse(made.body);
  if (player === null) throw new Error("the guest is nobody");
  return guestOf(url, player, visitor);
}

/** What somebody who is known already may do: an account too. */
export function guestOf(url: string, player: { readonly id: string; readonly name: string }, visitor: Visitor): Guest {
  return {
    url,
    id: player.id,
    name: player.name,
    headers: { cookie: visitor.cookie() },
    async invite(rules) {
      const answer = await visitor.post("/api/invitations", rules === undefined ? {} : { rules });
      return TableReply.parse(answer.body).roomId;
    },
    async setUp(table) {
      const answer = await visitor.post("/api/tables", table);
      return TableReply.parse(answer.body).roomId;
    },
    async recording(id) {
      const answer = await fetch(`${url}/api/matches/${id}/recording`);
      if (!answer.ok) throw new Error(`no recording: ${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async match(id) {
      return MatchReply.parse((await visitor.get(`/api/matches/${id}`)).body);
    },
  };
}
