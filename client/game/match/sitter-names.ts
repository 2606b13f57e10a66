// What those at a table are called: people by their names, the computer by how well it plays.

import type { AiLevel } from "../../../pong/ai/levels.ts";
import type { Sitter } from "../../../contract/matches.ts";
import type { MatchStatus } from "../../../schema/match-status.ts";
import { t, type TextKey } from "../../platform/i18n/translate.ts";

/**
 * Of a level's player, and of those that older matches were played against. No person may be called so
 * (game-server/identity/reserved.ts).
 */
const AI_NAMES: Readonly<Record<AiLevel | "easy" | "medium" | "hard", TextKey>> = {
  dewdrop: "ai.dewdrop",
  pebble: "ai.pebble",
  breeze: "ai.breeze",
  ember: "ai.ember",
  tide: "ai.tide",
  gale: "ai.gale",
  quake: "ai.quake",
  nova: "ai.nova",
  easy: "ai.old.easy",
  medium: "ai.old.medium",
  hard: "ai.old.hard",
};

/** What to call somebody, with a mark on the computer. A level that this page does not know is called by itself. */
export function sitterName(seat: Sitting): string {
  const name = plainName(seat);
  return seat.sitter === "computer" ? t("ai.marked", { name }) : name;
}

/** The same status with everybody called as people read it. Over the table the computer has its mark beside its name (hud.ts). */
export function withNames(status: MatchStatus): MatchStatus {
  return { ...status, seats: status.seats.map((seat) => ({ ...seat, name: plainName(seat) })) };
}

interface Sitting {
  readonly sitter: Sitter;
  readonly name: string;
}

function plainName({ sitter, name }: Sitting): string {
  if (sitter !== "computer") return name;
  const key = (AI_NAMES as Readonly<Record<string, TextKey | undefined>>)[name];
  return key === undefined ? name : t(key);
}
