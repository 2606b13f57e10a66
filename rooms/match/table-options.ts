// What a table is made with and what it needs: the options and the port of a table (table.ts).

import type { AiLevel } from "../../pong/ai/levels.ts";
import type { Game } from "../../pong/step.ts";
import type { Stakes } from "../../contract/modes.ts";
import type { WaitingTimes } from "./absence.ts";
import type { EndedMatch } from "./ended-match.ts";

/** What a table is for (MatchKind in schema/match-status.ts), and what it takes. */
export type TablePlan =
  | {
      readonly kind: "duel";
      /** Between people who know each other, and for nothing: it waits for whoever is inactive. */
      readonly isFriendly?: boolean;
    }
  | {
      readonly kind: "practice" | "warmUp";
      /** At which the computer begins. */
      readonly level: AiLevel;
      /** It moves with the score (pong/ai/fair.ts). */
      readonly fair?: boolean;
    }
  | {
      readonly kind: "keyboard";
      /** The name of the second person. */
      readonly companion: string;
    };

/** What a table needs from its host. A participant is one connection's share of it (participant.ts). */
export interface MatchPort {
  /** Sends bytes of a Down type to a participant, if they are connected. */
  send(participant: number, type: number, bytes: Uint8Array): void;
  /** Pings a participant by their WebSocket, if they are connected; `Table.pong` is told of the answer. @param id of 32 bits */
  ping(participant: number, id: number): void;
  /** Anything from 0 to 1, which no player can foresee. */
  chance(): number;
  /** Names the next match and draws its seed (any 32-bit integer). */
  nextMatch(): { readonly matchId: string; readonly seed: number };
  /** A participant says that their world was not ours. They are healed; that it happened is a fault. Told once a match. */
  diverged(participant: number): void;
  /** A participant's pings are answered as nobody's are who hides nothing (ConnectionStats.isOdd). Told once a match. */
  odd(participant: number): void;
  begun(matchId: string, seed: number): void;
  ended(match: EndedMatch): void;
}

/** The name of the second person at the same keyboard; "" where there is none. */
export function companionOf(plan: TablePlan): string {
  return plan.kind === "keyboard" ? plan.companion : "";
}

export interface TableOptions {
  readonly game: Game;
  readonly times: WaitingTimes;
  readonly plan: TablePlan;
  readonly stakes: Stakes;
  /** Ids of players that seats are kept for; empty: whoever comes first. */
  readonly invited: readonly string[];
  /** What is shown of how strong players are, rounded, by their ids. */
  readonly ratings: Readonly<Record<string, number>>;
}
