// Tables that a player sets up (schema/http/tables.ts): for a friend, whose link is the table's page; against the computer; for
// two at one keyboard.

import { FAIR, nearestLevel } from "../../pong/ai/fair.ts";
import { DEFAULT_RULES, type Rules } from "../../pong/rules.ts";
import type { Ratings } from "../../db/repositories/ratings.ts";
import type { TableOrder } from "../../rooms/match/match-room.ts";
import type { TablePlan } from "../../rooms/match/table-options.ts";
import { forFun, modeOf } from "../../schema/modes.ts";
import { type TableRequest, invite, setUpTable } from "../../schema/http/tables.ts";
import { perMinute } from "../http/rate-limit.ts";
import type { Api } from "../http/serve.ts";

/** Opens a match room and returns its id. */
export type CreateTable = (order: TableOrder) => Promise<string>;

/** Unless they say otherwise. */
const PRIVATE = { isPublic: false, delaySeconds: 0 };

/** Without a rating, one begins against about the third of eight levels: most are new to the game. */
const UNRATED = 1100;

export interface TablesOptions {
  readonly ratings: Ratings;
  readonly createTable: CreateTable;
  /** From one address: rooms take memory until somebody comes. */
  readonly tablesPerMinute: number;
}

export function serveTables({ serve }: Api, { createTable, tablesPerMinute, ratings }: TablesOptions): void {
  const limit = perMinute(tablesPerMinute);

  serve(
    invite,
    async ({ body: { rules = DEFAULT_RULES, watching = PRIVATE }, caller: { player } }) => {
      return {
        roomId: await createTable({
          plan: { kind: "duel", isFriendly: true },
          rules,
          stakes: forFun(rules),
          watching,
          invited: [player.id],
        }),
      };
    },
    limit,
  );

  serve(
    setUpTable,
    async ({ body, caller: { player } }) => {
      const { rules = DEFAULT_RULES } = body;
      const plan = await planOf(body, rules, player.id, ratings);
      return {
        roomId: await createTable({ plan, rules, stakes: forFun(rules), watching: PRIVATE, invited: [player.id] }),
      };
    },
    limit,
  );
}

async function planOf(asked: TableRequest, rules: Rules, playerId: string, ratings: Ratings): Promise<TablePlan> {
  if (asked.kind === "keyboard") return { kind: asked.kind, companion: asked.companion };
  if (asked.level !== FAIR) return { kind: asked.kind, level: asked.level };
  const rows = (await ratings.of([playerId])).get(playerId) ?? [];
  const mode = modeOf(rules);
  const rating = (rows.find((row) => row.mode === mode) ?? rows[0])?.rating ?? UNRATED;
  return { kind: asked.kind, level: nearestLevel(rating), fair: true };
}
