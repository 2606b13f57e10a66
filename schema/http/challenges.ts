// Challenges of the caller, to and from them: ../challenges.ts says what they are. Live, the lobby shows the same (../lobby-state.ts).

import { z } from "zod";
import { CHALLENGE_OUTCOMES, CHALLENGE_SIDES } from "../challenges.ts";
import { DEFAULT_RULES } from "../../pong/rules.ts";
import { endpoint } from "./endpoint.ts";
import { LoginParams, PlayerParams } from "./fields.ts";
import { RulesRequest } from "./matches.ts";
import { TableReply, WatchingRequest } from "./tables.ts";

const tag = "Lobby";

const TermsRequest = z.object({
  rules: RulesRequest.default(DEFAULT_RULES),
  /** For both ratings: by the rules of a mode, between two accounts. */
  ranked: z.boolean().default(false),
  watching: WatchingRequest.default({ isPublic: false, delaySeconds: 0 }),
});

const Party = z.object({
  id: z.string(),
  name: z.string(),
  /** Null for a guest. */
  login: z.string().nullable(),
});

export const ChallengeReply = z.object({
  id: z.string(),
  from: Party,
  to: Party,
  terms: z.object({ rules: RulesRequest, ranked: z.boolean(), watching: WatchingRequest }),
  /** Who decides next. */
  turn: z.enum(CHALLENGE_SIDES),
  /** How often its rules were countered. */
  counters: z.number().int(),
  /** When it expires. */
  until: z.string(),
  /** Null while it is open; shown for some seconds. */
  outcome: z.enum(CHALLENGE_OUTCOMES).nullable(),
  /** Of an accepted one: the table to join, where both have a place. */
  roomId: z.string().nullable(),
});
export type ChallengeReply = z.infer<typeof ChallengeReply>;

export const ChallengesReply = z.object({ challenges: z.array(ChallengeReply) });
export type ChallengesReply = z.infer<typeof ChallengesReply>;

/** Whom, by id, or an account by its login name, never both; and by which rules. */
const ChallengeRequest = TermsRequest.extend({
  player: z.union([PlayerParams.strict(), LoginParams.strict()]),
});
export type ChallengeRequest = z.input<typeof ChallengeRequest>;
export type CounterRequest = z.input<typeof TermsRequest>;

const REFUSALS = ["challenge.over", "challenge.notYourTurn", "notFound", "tooMany"];
const RULES_REFUSALS = ["challenge.rankedRules", "challenge.rankedAccounts", "challenge.rankedAgain"];

export const askChallenges = endpoint({
  method: "GET",
  path: "/api/challenges",
  access: "guest",
  tag,
  summary: "Challenges to and from the caller: open ones, and for a few seconds the outcome of the others.",
  reply: ChallengesReply,
});

export const challengePlayer = endpoint({
  method: "POST",
  path: "/api/challenges",
  access: "guest",
  tag,
  summary: "Challenges somebody who is here to a match.",
  body: ChallengeRequest,
  reply: ChallengeReply,
  status: 201,
  refusals: [
    ...RULES_REFUSALS,
    "challenge.self",
    "challenge.away",
    "challenge.theyPlay",
    "challenge.youPlay",
    "challenge.notPossible",
    "challenge.already",
    "challenge.tooMany",
    "challenge.inDemand",
    "tooMany",
  ],
});

export const acceptChallenge = endpoint({
  method: "POST",
  path: "/api/challenges/{id}/accept",
  access: "guest",
  tag,
  summary: "Accepts, if it is the caller's turn; returns the table, where both have a place.",
  params: PlayerParams,
  reply: TableReply,
  refusals: [...REFUSALS, "challenge.youPlay"],
});

export const declineChallenge = endpoint({
  method: "POST",
  path: "/api/challenges/{id}/decline",
  access: "guest",
  tag,
  summary: "Declines, if it is the caller's turn.",
  params: PlayerParams,
  refusals: REFUSALS,
});

export const counterChallenge = endpoint({
  method: "POST",
  path: "/api/challenges/{id}/counter",
  access: "guest",
  tag,
  summary: "Suggests other rules, if it is the caller's turn; then it is the other player's.",
  params: PlayerParams,
  body: TermsRequest,
  reply: ChallengeReply,
  refusals: [...REFUSALS, ...RULES_REFUSALS, "challenge.enough"],
});

export const withdrawChallenge = endpoint({
  method: "POST",
  path: "/api/challenges/{id}/withdraw",
  access: "guest",
  tag,
  summary: "Withdraws a challenge, or the rules suggested instead.",
  params: PlayerParams,
  refusals: REFUSALS,
});
