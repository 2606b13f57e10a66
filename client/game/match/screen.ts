// A match on the page, from taking the seat to leaving it: wires the session to the table, the words and the hands.

import { render } from "lit/html.js";
import type { MatchStatus } from "../../../schema/match-status.ts";
import type { ClosedReason } from "../../../schema/rooms.ts";
import type { MatchSession } from "../../../sdk/match-session.ts";
import type { RenderState } from "../../../sdk/render-state.ts";
import { t } from "../../platform/i18n/translate.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { reporter } from "../../platform/report/page-reporter.ts";
import type { FrameStats } from "../scene/adaptive-quality.ts";
import { matchNote, remember } from "../../platform/remember.ts";
import { browserClock } from "../../platform/browser-clock.ts";
import { showClosed } from "./closed.ts";
import { Comforts } from "./comforts.ts";
import { invitationPanel } from "./invitation.ts";
import { mayLeaveMatch, isPlayed } from "./leaving.ts";
import { isConnectionPanelOpen } from "./connection-panel.ts";
import type { MatchParts } from "./load-parts.ts";
import { cuesOf } from "./match-cues.ts";
import { type Overlay, overlayFor, sameOverlay } from "./overlay.ts";
import { OwnConnection } from "./own-connection.ts";
import { resultPanel } from "./result-panel.ts";
import { heading, screenTemplate } from "./screen-template.ts";
import { Summary } from "./summary.ts";
import { withNames } from "./sitter-names.ts";
import { type RunningTable, startTableLoop } from "./table-loop.ts";
import type { View } from "../../platform/settings.ts";

/** How often the words are looked over apart from the frames: seconds run down in a hidden window too. */
const LOOK_OVER_MS = 250;
const POINT_SHOWN_MS = 1300;

/** What the page that holds a match may have it do. */
export interface OpenedScreen {
  /** Says that a match played alone is over, as far as this page is concerned. */
  leave(): void;
  /** Somebody has come: a friendly sound. */
  chime(): void;
}

/** Lives as long as the page, or until the server closes the connection. Opened by match-page.ts. */
export class Screen implements OpenedScreen {
  readonly #context: PageContext;
  readonly #roomId: string;
  readonly #playerId: string;
  readonly #isInside: boolean;
  readonly #over = new AbortController();
  readonly #invitation = { link: location.href, copied: false };
  #parts: MatchParts | null = null;
  #session: MatchSession | null = null;
  #sound: ReturnType<MatchParts["openSound"]> | null = null;
  #table: RunningTable | null = null;
  readonly #comforts: Comforts;
  readonly #connection = new OwnConnection();
  #overlay: Overlay = { kind: "loading" };
  #servesIn = 0;
  #point: "own" | "other" | "" = "";
  #pointUntilMs = 0;
  #matchId = "";
  readonly #summary = new Summary();
  #title = "";
  /** The server's last status: as sent, and with the names that people read. */
  #heard: MatchStatus | null = null;
  #status: MatchStatus | null = null;
  /** How this machine has kept up lately. */
  #pace: FrameStats | null = null;

  constructor(context: PageContext, roomId: string, playerId: string, isInside: boolean) {
    this.#isInside = isInside;
    this.#context = context;
    this.#roomId = roomId;
    this.#playerId = playerId;
    this.#comforts = new Comforts(this.#over.signal, () => this.#applyComforts());
    context.left.addEventListener("abort", () => this.#over.abort());
  }

  /** Takes the seat. */
  start(parts: MatchParts): void {
    this.#parts = parts;
    const session = parts.openMatch({ url: location.origin, roomId: this.#roomId, clock: browserClock });
    const sound = parts.openSound();
    this.#session = session;
    this.#sound = sound;
    const { signal } = this.#over;
    const wake = (): void => sound.resume();
    for (const gesture of ["keydown", "pointerdown"] as const) addEventListener(gesture, wake, { signal });
    const stop = session.onChange(() => this.#changed());
    const lookOver = setInterval(() => {
      this.#connection.measure(session);
      if (isConnectionPanelOpen(this.#context.root)) this.show();
      this.#lookOver();
    }, LOOK_OVER_MS);
    signal.addEventListener("abort", () => {
      clearInterval(lookOver);
      stop();
      session.close();
      sound.close();
    });
    this.#applyComforts();
    this.#changed();
  }

  show(): void {
    if (this.#over.signal.aborted) return;
    const session = this.#session;
    const status = this.#status;
    const seat = this.#seat;
    render(
      screenTemplate({
        status,
        seat,
        roundTripMs: session?.roundTripMs ?? 0,
        overlay: this.#overlay,
        acts: {
          claim: () => session?.ask("claim"),
          ready: () => session?.ask("ready"),
          invitation: () => invitationPanel(this.#invitation, () => this.show()),
          result: () =>
            resultPanel({
              status: status!,
              seat: seat!,
              match: this.#summary.of(status!.matchId),
              live: session?.connection === "live",
              rematch: () => session?.ask("rematch"),
            }),
        },
        tools: this.#comforts.tools,
        theme: this.#comforts.settings.theme,
        connection:
          session === null || status === null || seat === null ? null : this.#connection.view(session, status, seat),
        point: this.#point,
        hint: status !== null && isPlayed(status.phase) && status.score.every((points) => points === 0),
      }),
      this.#context.root,
    );
  }

  /** The session has changed. */
  #changed(): void {
    const session = this.#session!;
    if (this.#over.signal.aborted) return;
    this.#hear(session.status);
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

  leave(): void {
    if (this.#session?.status?.phase !== "over") this.#session?.ask("leave");
  }

  #hear(status: MatchStatus | null): void {
    if (status === null || status === this.#heard) return;
    const before = this.#status;
    this.#heard = status;
    this.#status = withNames(status);
    for (const cue of cuesOf(before, status, this.#seat ?? 0)) this.#sound?.announce(cue);
    if (before !== null && before.phase !== "over" && status.phase === "over") this.#report();
  }

  /** Once a match: how it ran here, for those who operate this. */
  #report(): void {
    const line = this.#connection.report(this.#session!);
    if (this.#pace === null) return;
    const { tier, frameMs, slowFrames } = this.#pace;
    const { theme } = this.#comforts.settings;
    reporter.noteMetrics({ quality: tier, theme, frameMs, slowFrames, ...line });
  }

  chime(): void {
    this.#sound?.announce("found");
  }

  /** Two who share the screen look from the side. */
  get #view(): View {
    return this.#session?.status?.kind === "keyboard" ? "side" : this.#comforts.settings.view;
  }

  #close(reason: ClosedReason): void {
    this.#over.abort();
    if (this.#isInside) return this.#context.fail(new Error(reason));
    this.#context.guard(null);
    const table = { roomId: this.#roomId, stakes: this.#status };
    showClosed(this.#context, table, reason).catch((error: unknown) => this.#context.fail(error));
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
    if (this.#table !== null || seat === null) return;
    try {
      this.#table = startTableLoop({
        canvas: this.#context.root.querySelector("canvas")!,
        openTable: this.#parts!.openTable,
        session,
        sound: this.#sound!,
        seat,
        isShared: session.status?.kind === "keyboard",
        view: this.#view,
        theme: this.#comforts.settings.theme,
        measured: (stats) => (this.#pace = stats),
        left: this.#over.signal,
        drawn: (renderState) => this.#drawn(renderState, seat),
        failed: (error) => this.#fail(error),
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#over.abort();
    this.#context.fail(error);
  }

  #drawn(renderState: RenderState, seat: number): void {
    this.#servesIn = renderState.servesIn;
    const goal = renderState.moments.findLast((moment) => moment.kind === "goal");
    if (goal !== undefined) {
      this.#point = goal.seat === seat ? "other" : "own";
      this.#pointUntilMs = performance.now() + POINT_SHOWN_MS;
      this.show();
    }
    this.#lookOver();
  }

  /** Updates the overlay, if it is not the same as before. */
  #lookOver(): void {
    const session = this.#session;
    if (session === null || this.#over.signal.aborted) return;
    const overlay = overlayFor({
      connection: session.isBlind ? "reconnecting" : session.connection,
      status: this.#status,
      seat: this.#seat,
      roomTimeMs: session.roomTimeMs(),
      servesIn: this.#servesIn,
    });
    const pointPassed = this.#point !== "" && performance.now() > this.#pointUntilMs;
    if (pointPassed) this.#point = "";
    if (!pointPassed && sameOverlay(overlay, this.#overlay)) return;
    this.#overlay = overlay;
    this.show();
  }

  /** Keeps up with which match it is, what the page is called, whether leaving needs a question. */
  #noteMatch(): void {
    const session = this.#session!;
    const status = this.#status;
    if (status === null) return;
    if (status.matchId !== this.#matchId) {
      this.#matchId = status.matchId;
      remember(matchNote(this.#roomId), status.matchId);
    }
    const title = heading({ status, seat: this.#seat });
    if (!this.#isInside && title !== this.#title) document.title = t("title.page", { page: (this.#title = title) });
    const played = isPlayed(status.phase);
    this.#context.guard(played ? () => mayLeaveMatch(session, this.#table, this.#over.signal) : null);
    if (status.phase === "over") {
      void this.#summary.fetch(status.matchId, this.#over.signal, () => this.show());
    }
  }

  #applyComforts(): void {
    const { muted, settings } = this.#comforts;
    if (this.#sound !== null) {
      this.#sound.muted = muted;
      this.#sound.volumes = settings.volumes;
    }
    this.#table?.setLook(this.#view, settings.theme);
    this.show();
  }
}
