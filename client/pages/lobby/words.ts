// t() for the words of the lobby, which come with its page; and what is played, in words.

import type { Terms } from "../../../schema/challenges.ts";
import { modeOf } from "../../../schema/modes.ts";
import { MODE_WORDS } from "../../ui/components/ranked-choice.ts";
import { en } from "./en.ts";
import { moreTexts, t } from "../../platform/i18n/translate.ts";

export const say = moreTexts("lobby", en);

/** Every key that say() takes. */
export type LobbyText = Parameters<typeof say>[0];

/** By which rules, for what, and who may watch, each a text of its own. */
export function termsWords({ rules, ranked, watching }: Terms): string[] {
  const mode = modeOf(rules);
  const points = rules.pointsToWin;
  const played =
    mode === null
      ? say(rules.twoClear ? "terms.ownTwoClear" : "terms.own", { points })
      : say("terms.mode", { mode: t(MODE_WORDS[mode]), points });
  const { isPublic, delaySeconds } = watching;
  const later = delaySeconds === 0 ? say("terms.watched") : say("terms.watchedLater", { count: delaySeconds });
  return [played, say(ranked ? "terms.ranked" : "terms.casual"), ...(isPublic ? [later] : [])];
}
