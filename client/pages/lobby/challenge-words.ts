// A challenge and its outcome in sentences, from one player's side; and what of it is new.

import type { ChallengeOutcome, Terms } from "../../../schema/challenges.ts";
import { modeOf } from "../../../schema/modes.ts";
import type { LobbyChallenge } from "../../../sdk/read-lobby.ts";
import { type LobbyText, t } from "./words.ts";
import { modeName } from "../../ui/components/modes.ts";

const OUTCOMES: Readonly<Record<ChallengeOutcome, LobbyText>> = {
  accepted: "outcome.accepted",
  declined: "outcome.declined",
  withdrawn: "outcome.withdrawn",
  expired: "outcome.expired",
  busy: "outcome.busy",
  failed: "outcome.failed",
};
/** Where it was the reader. */
const OWN_OUTCOMES: Readonly<Partial<Record<ChallengeOutcome, LobbyText>>> = {
  declined: "outcome.youDeclined",
  withdrawn: "outcome.youWithdrew",
};

/** The other one. */
export function otherOf({ from, to }: LobbyChallenge, playerId: string): LobbyChallenge["from"] {
  return from.id === playerId ? to : from;
}

/** Whether it waits for the reader. */
export function isTheirTurn(one: LobbyChallenge, playerId: string): boolean {
  return one.outcome === null && isOnTurn(one, playerId);
}

/** In one sentence, whatever its state. */
export function heading(one: LobbyChallenge, playerId: string): string {
  const { name } = otherOf(one, playerId);
  const isCountered = one.counters > 0;
  const words: LobbyText = isOnTurn(one, playerId)
    ? isCountered
      ? "turn.countered"
      : "turn.incoming"
    : isCountered
      ? "turn.offered"
      : "turn.asked";
  return t(words, { name });
}

/** @param isOwn whether the reader has ended it on this page; elsewhere whose turn it was shows it, where that is enough */
export function outcomeWords(one: LobbyChallenge, playerId: string, isOwn = false): string {
  const { name } = otherOf(one, playerId);
  const { outcome, from, turn } = one;
  if (outcome === null) return "";
  const isByTurn =
    outcome === "declined"
      ? isOnTurn(one, playerId)
      : // On the first one's turn either may have done it: who asks may always take it back.
        outcome === "withdrawn" && from.id === playerId && turn === "to";
  const own = isOwn || isByTurn ? OWN_OUTCOMES[outcome] : undefined;
  return t(own ?? OUTCOMES[outcome], { name });
}

/**
 * What has changed, to be read aloud: a sentence for each challenge that is new, has changed, or is over.
 * @param before as last shown @param ended ids of those that the reader has ended on this page
 */
export function newsOf(
  before: readonly LobbyChallenge[],
  now: readonly LobbyChallenge[],
  playerId: string,
  ended: ReadonlySet<string>,
): string[] {
  return now.flatMap((one) => {
    const last = before.find(({ id }) => id === one.id);
    if (last?.outcome === one.outcome && last.counters === one.counters) return [];
    return [one.outcome === null ? heading(one, playerId) : outcomeWords(one, playerId, ended.has(one.id))];
  });
}

function isOnTurn({ from, to, turn }: LobbyChallenge, playerId: string): boolean {
  return (turn === "from" ? from : to).id === playerId;
}

/** By which rules, for what, and who may watch, each a text of its own. */
export function termsWords({ rules, ranked, watching }: Terms): string[] {
  const mode = modeOf(rules);
  const points = rules.pointsToWin;
  const played =
    mode === null
      ? t(rules.twoClear ? "terms.ownTwoClear" : "terms.own", { points })
      : t("terms.mode", { mode: modeName(mode), points });
  const { isPublic, delaySeconds } = watching;
  const later = delaySeconds === 0 ? t("terms.watched") : t("terms.watchedLater", { count: delaySeconds });
  return [played, t(ranked ? "terms.ranked" : "terms.casual"), ...(isPublic ? [later] : [])];
}
