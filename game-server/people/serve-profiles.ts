// Pages of players, what they have played, and what an account says of itself: schema/http/players.ts and changeProfile.

import type { AccountChange, AccountRow, Accounts } from "../../db/repositories/accounts.ts";
import type { Played, PlayedCursor, PlayedFilter, PlayedRow } from "../../db/repositories/played.ts";
import { changeProfile } from "../../schema/http/account.ts";
import { type PlayedQuery, askPlayed, askPlayer } from "../../schema/http/players.ts";
import { type MomentCursor, readMoment, writeMoment } from "../../schema/http/fields.ts";
import { PRIVACY_CHOICES, type Privacy, type PrivacyChoice } from "../../schema/profile.ts";
import type { ShowAccount } from "../accounts/feature.ts";
import type { FriendEvents } from "./friend-events.ts";
import type { Api } from "../http/serve.ts";
import { findAccount } from "../identity/find-account.ts";
import { findSeenHistory } from "./see-history.ts";
import { createShowPlayer, type ShowPlayerOptions } from "./show-player.ts";

const PAGE = 20;

export interface ProfilesOptions extends ShowPlayerOptions {
  readonly accounts: Accounts;
  readonly played: Played;
  readonly showAccount: ShowAccount;
  readonly friendEvents: Pick<FriendEvents, "tell">;
}

export function serveProfiles({ serve }: Api, options: ProfilesOptions): void {
  const { accounts, played, showAccount, friendEvents } = options;
  const showPlayer = createShowPlayer(options);

  serve(askPlayer, async ({ params, caller }) => showPlayer(await findAccount(accounts, params.login), caller));

  serve(askPlayed, async ({ params, query, caller }) => {
    const account = await findSeenHistory(options, params.login, caller);
    // One more than is sent, to know whether there are more.
    const rows = await played.list(account.id, readPlace(query.before), PAGE + 1, readFilter(query));
    const told = rows.slice(0, PAGE);
    const last = told.at(-1);
    // Spectators must not learn here how it ends.
    const isSelf = account.id === caller?.player.id;
    const isOpen = ({ shownAt }: PlayedRow) => isSelf || shownAt === null || shownAt <= options.wallClock();
    return {
      matches: told.filter(isOpen).map((row) => ({ ...row, finishedAt: row.finishedAt.toISOString() })),
      next: last === undefined || rows.length <= PAGE ? null : writeMoment(last.finishedAt, last.id),
    };
  });

  serve(changeProfile, async ({ body: { about, country, privacy = {} }, caller }) => {
    const change: AccountChange = {
      ...(about === undefined ? {} : { about }),
      ...(country === undefined ? {} : { country }),
      ...columnsOf(privacy),
    };
    const account = await changed(accounts, caller.account.id, change);
    if (Object.keys(privacy).length > 0) friendEvents.tell({ kind: "privacy", playerId: account.id });
    return showAccount(account);
  });
}

/** @param text checked by the endpoint */
function readPlace(text: MomentCursor | undefined): PlayedCursor | null {
  if (text === undefined) return null;
  const { at, id } = readMoment(text);
  return { finishedAt: at, id };
}

function readFilter({ mode, kind, ranked, outcome, opponent, from, until }: PlayedQuery): PlayedFilter {
  return {
    mode: mode ?? null,
    kind: kind ?? null,
    ranked: ranked === undefined ? null : ranked === "yes",
    outcome: outcome ?? null,
    opponent: opponent?.trim() ?? null,
    from: from === undefined ? null : new Date(from),
    until: until === undefined ? null : new Date(until),
  };
}

const COLUMNS = {
  status: "seesStatus",
  history: "seesHistory",
  messages: "mayMessage",
  challenges: "mayChallenge",
} as const satisfies Record<PrivacyChoice, keyof AccountRow>;

/** Only of what is said: the rest may be changed by another request at this moment. */
function columnsOf(privacy: Partial<Privacy>): AccountChange {
  return Object.fromEntries(
    PRIVACY_CHOICES.flatMap((choice) => {
      const audience = privacy[choice];
      return audience === undefined ? [] : [[COLUMNS[choice], audience]];
    }),
  );
}

/** Nothing of a profile is anybody else's. */
async function changed(accounts: Accounts, id: string, change: AccountChange): Promise<AccountRow> {
  const made = await accounts.change(id, change);
  if ("taken" in made) throw new Error(`a profile cannot be taken: ${made.taken}`);
  return made.account;
}
