// What the lobby asks of the server: schema/http/challenges.ts.

import type { Terms } from "../../../schema/challenges.ts";
import type { ChallengeReply } from "../../../schema/http/challenges.ts";
import type { TableReply } from "../../../schema/http/tables.ts";
import { request } from "../../platform/api.ts";

const one = (id: string, deed: string): string => `/api/challenges/${id}/${deed}`;

export const challengePlayer = (id: string, terms: Terms): Promise<ChallengeReply> =>
  request("POST", "/api/challenges", { player: { id }, ...terms });
export const accept = (id: string): Promise<TableReply> => request("POST", one(id, "accept"));
export const decline = (id: string): Promise<void> => request("POST", one(id, "decline"));
export const withdraw = (id: string): Promise<void> => request("POST", one(id, "withdraw"));
export const counter = (id: string, terms: Terms): Promise<ChallengeReply> =>
  request("POST", one(id, "counter"), terms);
