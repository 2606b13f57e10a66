// The leaderboard: the strongest of a mode, of all time or a season, of the world or a country. What is shown stands in the address
// (address.ts), so it can be sent to somebody; how it looks: leaderboard-view.ts.

import "./leaderboard.scss";
import { render } from "lit/html.js";
import { askLeaderboard, type LeaderboardReply } from "../../../schema/http/leaderboards.ts";
import { ALL_TIME } from "../../../schema/modes.ts";
import { call, Refused } from "../../platform/api.ts";
import { frame } from "../../ui/components/frame.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { type BoardChoice, inputOf, readChoice, searchOf } from "./address.ts";
import { boardView } from "./leaderboard-view.ts";
import { t } from "./words.ts";

export async function openLeaderboard(context: PageContext): Promise<void> {
  const [visitor, { choice, board }] = await Promise.all([context.visitor.load(), ask(readChoice(location.search))]);
  if (context.left.aborted) return;
  keepInAddress(choice);
  const page = new LeaderboardPage(context, visitor?.kind === "account" ? visitor.id : null, choice, board);
  page.show();
  context.announce(t("common:title.page", { page: t("title") }));
  if (choice.part?.kind === "around") context.root.querySelector(".board-own")?.scrollIntoView({ block: "center" });
}

interface Shown {
  readonly choice: BoardChoice;
  readonly board: LeaderboardReply;
}

/** An address that somebody has made up, of a season that has not been or of a place that is none, leads to the list of all time. */
async function ask(choice: BoardChoice): Promise<Shown> {
  const whole = { ...choice, season: ALL_TIME, part: null };
  try {
    const board = await call(askLeaderboard, inputOf(choice));
    const isListed = choice.season === ALL_TIME || board.seasons.some(({ season }) => season === choice.season);
    if (isListed) return { choice, board };
  } catch (error) {
    if (!(error instanceof Refused) || searchOf(choice) === searchOf(whole)) throw error;
  }
  return { choice: whole, board: await call(askLeaderboard, inputOf(whole)) };
}

function keepInAddress(choice: BoardChoice): void {
  history.replaceState(history.state, "", `/leaderboard${searchOf(choice)}`);
}

class LeaderboardPage {
  readonly #context: PageContext;
  readonly #playerId: string | null;
  #choice: BoardChoice;
  #board: LeaderboardReply;
  #busy = false;

  constructor(context: PageContext, playerId: string | null, choice: BoardChoice, board: LeaderboardReply) {
    this.#context = context;
    this.#playerId = playerId;
    this.#choice = choice;
    this.#board = board;
  }

  show(): void {
    if (this.#context.left.aborted) return;
    render(
      frame(
        boardView({
          board: this.#board,
          playerId: this.#playerId,
          busy: this.#busy,
          choose: (change) => void this.#choose(change),
        }),
      ),
      this.#context.root,
    );
  }

  /** Another list, from its top: in place, so that whoever goes through the choices by keyboard stays where they are. */
  async #choose(change: Partial<Omit<BoardChoice, "part">>): Promise<void> {
    const { mode, season, country } = this.#board;
    const choice = { mode, season, country, ...change, part: null };
    this.#choice = choice;
    this.#busy = true;
    this.show();
    try {
      const shown = await ask(choice);
      // Another choice was made meanwhile.
      if (choice !== this.#choice || this.#context.left.aborted) return;
      this.#board = shown.board;
      keepInAddress(shown.choice);
    } catch (error) {
      return this.#context.fail(error);
    }
    this.#busy = false;
    this.show();
  }
}
