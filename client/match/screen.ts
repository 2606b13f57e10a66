// A match on the page, from taking the seat to leaving it: wires the session to the table, the words and the hands.

import { render } from "lit/html.js";
import type { Player } from "../../schema/http/guests.ts";
import type { MatchSummary } from "../../schema/http/matches.ts";
import type { MatchSession } from "../../sdk/match-session.ts";
import type { Picture } from "../../sdk/picture.ts";
import { t } from "../i18n/translate.ts";
import type { Steering } from "../input/steering.ts";
import type { Place } from "../place.ts";
import { matchNote, mutedNote, recall, remember } from "../remember.ts";
import { browserClock } from "./browser-clock.ts";
import { showClosed } from "./closed.ts";
import { invitationPanel } from "./invitation.ts";
import { mayLeaveMatch, isPlayed } from "./leaving.ts";
import { loadMatchParts, type MatchParts } from "./load-parts.ts";
import { type Notice, noticeOf, sameNotice } from "./notice.ts";
import { resultPanel } from "./result-panel.ts";
import { heading, screenTemplate } from "./screen-template.ts";
import { fetchSummary } from "./summary.ts";
import { startTableLoop } from "./table-loop.ts";

/** How often the words are looked over apart from the frames: seconds run down in a hidden window too. */
const LOOK_OVER_MS = 250;
const POINT_SHOWN_MS = 1300;

export async function openScreen(place: Place, roomId: string, player: Player): Promise<void> {
  const screen = new Screen(place, roomId, player.id);
  screen.show();
  place.arrive(t("title.page", { page: t("match.title") }));
  const parts = await loadMatchParts();
  if (!place.left.aborted) screen.start(parts);
}

/** Lives as long as the page, or until the server closes the line. */
class Screen {
  readonly #place: Place;
  readonly #roomId: string;
  readonly #playerId: string;
  readonly #over = new AbortController();
  readonly #invitation = { link: location.href, copied: false };
  #parts: MatchParts | null = null;
  #session: MatchSession | null = null;
  #sound: ReturnType<MatchParts["openSound"]> | null = null;
  #steering: Steering | null = null;
  #muted = recall(mutedNote) === "yes";
  #notice: Notice = { kind: "loading" };
  #servesIn = 0;
  #point: "own" | "other" | "" = "";
  #pointUntilMs = 0;
  #matchId = "";
  #summary: MatchSummary | null = null;
  #summaryOf = "";
  #title = "";

  constructor(place: Place, roomId: string, playerId: string) {
    this.#place = place;
    this.#roomId = roomId;
    this.#playerId = playerId;
    place.left.addEventListener("abort", () => this.#over.abort());
  }

  /** Takes the seat. */
  start(parts: MatchParts): void {
    this.#parts = parts;
    const session = parts.openMatch({ url: location.origin, roomId: this.#roomId, clock: browserClock });
    const sound = parts.openSound();
    sound.muted = this.#muted;
    this.#session = session;
    this.#sound = sound;
    const { signal } = this.#over;
    const wake = (): void => sound.resume();
    for (const gesture of ["keydown", "pointerdown"] as const) addEventListener(gesture, wake, { signal });
    const stop = session.onChange(() => this.#changed());
    const lookOver = setInterval(() => this.#lookOver(), LOOK_OVER_MS);
    signal.addEventListener("abort", () => {
      clearInterval(lookOver);
      stop();
      session.close();
      sound.close();
    });
    this.#changed();
  }

  show(): void {
    if (this.#over.signal.aborted) return;
    const session = this.#session;
    const status = session?.status ?? null;
    const seat = this.#seat;
    render(
      screenTemplate({
        status,
        seat,
        roundTripMs: session?.roundTripMs ?? 0,
        notice: this.#notice,
        acts: {
          claim: () => session?.ask("claim"),
          invitation: () => invitationPanel(this.#invitation, () => this.show()),
          result: () =>
            resultPanel({
              status: status!,
              seat: seat!,
              summary: this.#summaryOf === status?.matchId ? this.#summary : null,
              live: session?.connection === "live",
              rematch: () => session?.ask("rematch"),
            }),
        },
        muted: this.#muted,
        point: this.#point,
        hint: status !== null && isPlayed(status.phase) && status.score.every((points) => points === 0),
        toggleSound: () => this.#toggleSound(),
      }),
      this.#place.root,
    );
  }

  /** The session says something new. */
  #changed(): void {
    const session = this.#session!;
    if (this.#over.signal.aborted) return;
    const isOver = session.status?.phase === "over";
    const reason = session.closedBecause;
    // A result stays on the page when the room is cleared away behind it.
    if (session.connection === "closed" && reason !== "" && !(isOver && reason !== "elsewhere"))
      return this.#close(reason);
    this.#openTable();
    this.#noteMatch();
    this.#lookOver();
    this.show();
  }

  #close(reason: string): void {
    this.#over.abort();
    this.#place.guard(null);
    showClosed(this.#place, this.#roomId, reason).catch((error: unknown) => this.#place.fail(error));
  }

  /** One's own seat. The session knows it once something is played, the status as soon as one sits. */
  get #seat(): number | null {
    const played = this.#session?.seats[0];
    if (played !== undefined) return played;
    const seat = this.#session?.status?.seats.findIndex((taken) => taken.playerId === this.#playerId) ?? -1;
    return seat < 0 ? null : seat;
  }

  /** As soon as it is known behind which paddle to stand. */
  #openTable(): void {
    const session = this.#session!;
    const seat = this.#seat;
    if (this.#steering !== null || seat === null) return;
    try {
      this.#steering = startTableLoop({
        canvas: this.#place.root.querySelector("canvas")!,
        openTable: this.#parts!.openTable,
        session,
        sound: this.#sound!,
        seat,
        left: this.#over.signal,
        drawn: (picture) => this.#drawn(picture, seat),
        failed: (error) => this.#fail(error),
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#over.abort();
    this.#place.fail(error);
  }

  #drawn(picture: Picture, seat: number): void {
    this.#servesIn = picture.servesIn;
    const goal = picture.moments.findLast((moment) => moment.kind === "goal");
    if (goal !== undefined) {
      this.#point = goal.seat === seat ? "other" : "own";
      this.#pointUntilMs = performance.now() + POINT_SHOWN_MS;
      this.show();
    }
    this.#lookOver();
  }

  /** What has to be said now? Shows it if it is something else than before. */
  #lookOver(): void {
    const session = this.#session;
    if (session === null || this.#over.signal.aborted) return;
    const notice = noticeOf({
      connection: session.isBlind ? "reconnecting" : session.connection,
      status: session.status,
      seat: this.#seat,
      roomTimeMs: session.roomTimeMs(),
      servesIn: this.#servesIn,
    });
    const pointPassed = this.#point !== "" && performance.now() > this.#pointUntilMs;
    if (pointPassed) this.#point = "";
    if (!pointPassed && sameNotice(notice, this.#notice)) return;
    this.#notice = notice;
    this.show();
  }

  /** Keeps up with which match it is, what the page is called, whether leaving needs a question. */
  #noteMatch(): void {
    const session = this.#session!;
    const { status } = session;
    if (status === null) return;
    if (status.matchId !== this.#matchId) {
      this.#matchId = status.matchId;
      remember(matchNote(this.#roomId), status.matchId);
    }
    const title = heading({ status, seat: this.#seat });
    if (title !== this.#title) document.title = t("title.page", { page: (this.#title = title) });
    const played = isPlayed(status.phase);
    this.#place.guard(played ? () => mayLeaveMatch(session, this.#steering, this.#over.signal) : null);
    if (status.phase === "over") void this.#fetchSummary(status.matchId);
  }

  async #fetchSummary(matchId: string): Promise<void> {
    if (this.#summaryOf === matchId) return;
    this.#summaryOf = matchId;
    this.#summary = null;
    const summary = await fetchSummary(matchId, this.#over.signal);
    if (this.#summaryOf !== matchId) return;
    this.#summary = summary;
    this.show();
  }

  #toggleSound(): void {
    this.#muted = !this.#muted;
    remember(mutedNote, this.#muted ? "yes" : "no");
    if (this.#sound !== null) this.#sound.muted = this.#muted;
    this.show();
  }
}
