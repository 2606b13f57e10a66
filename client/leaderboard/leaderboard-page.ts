// The leaderboard: the strongest of a mode, of all time or a season, of the world or a country. What is shown stands in the address
// (address.ts), so it can be sent to somebody; how it looks: leaderboard-view.ts.

import "./leaderboard.scss";
import { render } from "lit/html.js";
import type { LeaderboardReply } from "../../schema/http/leaderboards.ts";
import { Refused, request } from "../api.ts";
import { frame } from "../components/frame.ts";
import { t } from "../i18n/translate.ts";
import type { Place } from "../place.ts";
import { type BoardChoice, endpointOf, readChoice, searchOf } from "./address.ts";
import { boardView } from "./leaderboard-view.ts";
import { say } from "./words.ts";

export async function openLeaderboard(place: Place): Promise<void> {
  const choice = readChoice(location.search);
  const [visitor, board] = await Promise.all([place.visitor.load(), ask(choice)]);
  if (place.left.aborted) return;
  const page = new LeaderboardPage(place, visitor?.kind === "account" ? visitor.id : null, choice, board);
  page.show();
  place.arrive(t("title.page", { page: say("title") }));
  if (choice.part?.kind === "around") place.root.querySelector(".board-own")?.scrollIntoView({ block: "center" });
}

/** An address that somebody has made up leads to the whole list. */
async function ask(choice: BoardChoice): Promise<LeaderboardReply> {
  try {
    return await request("GET", endpointOf(choice));
  } catch (error) {
    if (!(error instanceof Refused) || searchOf(choice) === "") throw error;
    return request("GET", endpointOf(readChoice("")));
  }
}

class LeaderboardPage {
  readonly #place: Place;
  readonly #playerId: string | null;
  #choice: BoardChoice;
  #board: LeaderboardReply;
  #busy = false;

  constructor(place: Place, playerId: string | null, choice: BoardChoice, board: LeaderboardReply) {
    this.#place = place;
    this.#playerId = playerId;
    this.#choice = choice;
    this.#board = board;
  }

  show(): void {
    if (this.#place.left.aborted) return;
    render(
      frame(
        boardView({
          board: this.#board,
          playerId: this.#playerId,
          busy: this.#busy,
          choose: (change) => void this.#choose(change),
        }),
      ),
      this.#place.root,
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
      const board = await ask(choice);
      // Another choice was made meanwhile.
      if (choice !== this.#choice || this.#place.left.aborted) return;
      this.#board = board;
      history.replaceState(history.state, "", `/leaderboard${searchOf(choice)}`);
    } catch (error) {
      return this.#place.fail(error);
    }
    this.#busy = false;
    this.show();
  }
}
