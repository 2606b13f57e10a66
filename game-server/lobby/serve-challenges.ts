// Challenges over HTTP: schema/http/challenges.ts. What happens to them: rooms/lobby/challenge-service.ts.

import type { Accounts } from "../../db/repositories/accounts.ts";
import type { ChallengeService } from "../../rooms/lobby/challenge-service.ts";
import type { Challenge, ChallengeAction } from "../../rooms/lobby/challenges.ts";
import { UserError } from "../../rooms/user-error.ts";
import {
  acceptChallenge,
  askChallenges,
  challengePlayer,
  type ChallengeReply,
  counterChallenge,
  declineChallenge,
  withdrawChallenge,
} from "../../schema/http/challenges.ts";
import type { Api } from "../http/serve.ts";
import type { CreateLimit, Spans } from "../platform/limit.ts";
import type { Presence } from "../cluster/presence.ts";
import { findAccount } from "../identity/find-account.ts";
import type { ChallengeNotifications } from "./challenge-notifications.ts";
import type { ChallengePlayer, RequireRankable } from "./challenge-player.ts";

/** Of one player. */
const ANSWERS: Spans = [[60, 60]];

export interface ChallengesOptions {
  readonly accounts: Pick<Accounts, "findByLoginKey">;
  readonly challenges: Pick<ChallengeService, "of" | "answer">;
  readonly challengePlayer: ChallengePlayer;
  readonly presence: Pick<Presence, "statusesOf">;
  readonly challengeNotifications: Pick<ChallengeNotifications, "read">;
  readonly requireRankable: RequireRankable;
  readonly createLimit: CreateLimit;
}

export function serveChallenges({ serve }: Api, options: ChallengesOptions): void {
  const { accounts, challenges, presence, challengeNotifications, requireRankable, createLimit } = options;
  const answers = createLimit("challenge-answers", ANSWERS);

  async function answer(id: string, playerId: string, deed: ChallengeAction): Promise<Challenge> {
    await answers.take(playerId);
    const answered = await challenges.answer(id, playerId, deed);
    // Whoever has countered knows of it; one that is over is marked as read in any case.
    if (answered.outcome === null && answered.to.id === playerId) await challengeNotifications.read(answered);
    return answered;
  }

  serve(askChallenges, ({ caller: { player } }) => ({ challenges: challenges.of(player.id).map(told) }));

  serve(challengePlayer, async ({ body: { player: whom, ...terms }, caller: { player } }) => {
    const toId = "id" in whom ? whom.id : (await findAccount(accounts, whom.login)).id;
    return told(await options.challengePlayer(player.id, toId, terms));
  });

  serve(acceptChallenge, async ({ params: { id }, caller: { player } }) => {
    const { status } = (await presence.statusesOf([player.id])).get(player.id)!;
    if (status === "playing") throw new UserError("challenge.youPlay", {}, 409);
    const { roomId } = await answer(id, player.id, { kind: "accept" });
    return { roomId: roomId! };
  });

  serve(declineChallenge, async ({ params: { id }, caller: { player } }) => {
    await answer(id, player.id, { kind: "decline" });
  });

  serve(counterChallenge, async ({ params: { id }, body, caller: { player } }) => {
    const one = challenges.of(player.id).find((known) => known.id === id);
    if (one !== undefined) await requireRankable(one.from.id, one.to.id, body);
    return told(await answer(id, player.id, { kind: "counter", terms: body }));
  });

  serve(withdrawChallenge, async ({ params: { id }, caller: { player } }) => {
    await answer(id, player.id, { kind: "withdraw" });
  });
}

function told({ untilMs, terms, ...one }: Challenge): ChallengeReply {
  const { rules, ranked, watching } = terms;
  return {
    ...one,
    terms: { rules: { ...rules }, ranked, watching: { ...watching } },
    until: new Date(untilMs).toISOString(),
  };
}
