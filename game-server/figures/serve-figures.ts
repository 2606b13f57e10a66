// Dashboards and the facts of matches: schema/http/figures.ts.

import type { AccountRow, Accounts } from "../../db/repositories/accounts.ts";
import type { Figures } from "../../db/repositories/figures.ts";
import type { Relation } from "../../db/repositories/friends.ts";
import { UserMistake } from "../../rooms/user-mistake.ts";
import { MOST_RATING_POINTS, askFigures, askRatingPoints } from "../../schema/http/figures.ts";
import { privacyOf } from "../auth/show-account.ts";
import type { Caller } from "../callers.ts";
import { may } from "../friends/may.ts";
import type { Api } from "../http/serve.ts";
import { findAccount } from "../profiles/find-account.ts";
import { dashboardOf } from "./dashboard.ts";

export interface FiguresOptions {
  readonly accounts: Accounts;
  readonly figures: Figures;
  readonly between: (caller: Caller | null, account: AccountRow) => Promise<Relation>;
}

export function serveFigures({ serve }: Api, { accounts, figures, between }: FiguresOptions): void {
  /** @throws UserMistake 404 or 403 where the caller may not see it */
  async function visible(login: string, caller: Caller | null): Promise<AccountRow> {
    const account = await findAccount(accounts, login);
    if (!may("seeHistory", await between(caller, account), privacyOf(account)))
      throw new UserMistake("history.hidden", {}, 403);
    return account;
  }

  serve(askFigures, async ({ params, caller }) => {
    const account = await visible(params.login, caller);
    return dashboardOf(await figures.of(account.id));
  });

  serve(askRatingPoints, async ({ params, caller }) => {
    const account = await visible(params.login, caller);
    const points = await figures.ratings(account.id, params.mode, MOST_RATING_POINTS);
    return {
      points: points.map(({ at, rating, deviation, matchId }) => ({
        at: at.toISOString(),
        rating: Math.round(rating),
        deviation: Math.round(deviation),
        matchId,
      })),
    };
  });
}
