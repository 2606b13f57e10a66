// Tables that a player sets up (schema/http/tables.ts): for a friend, whose link is the table's page; against the computer; for
// two at one keyboard.

import { DEFAULT_RULES } from "../../pong/rules.ts";
import type { TableOrder } from "../../rooms/match/match-room.ts";
import { forFun } from "../../schema/modes.ts";
import { invite, setUpTable } from "../../schema/http/tables.ts";
import { perMinute } from "./rate-limit.ts";
import type { Api } from "./serve.ts";

/** Opens a match room and returns its id. */
export type CreateTable = (order: TableOrder) => Promise<string>;

/** Unless they say otherwise. */
const PRIVATE = { isPublic: false, delaySeconds: 0 };

export interface TablesOptions {
  readonly createTable: CreateTable;
  /** From one address: rooms take memory until somebody comes. */
  readonly tablesPerMinute: number;
}

export function serveTables({ serve }: Api, { createTable, tablesPerMinute }: TablesOptions): void {
  const limit = perMinute(tablesPerMinute);

  serve(
    invite,
    async ({ body: { rules = DEFAULT_RULES, watching = PRIVATE }, caller: { player } }) => {
      return {
        roomId: await createTable({
          plan: { kind: "duel" },
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
    async ({ body: { rules = DEFAULT_RULES, ...plan }, caller: { player } }) => {
      return {
        roomId: await createTable({ plan, rules, stakes: forFun(rules), watching: PRIVATE, invited: [player.id] }),
      };
    },
    limit,
  );
}
