// The page of a match that is over: its replay (../replay/, which comes once the result stands), who won, how, and its statistics,
// drawn as charts (../stats/) below all of that. Whom its players do not let see it gets neither replay nor charts.

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { askMatch, type FinishedMatch, type MatchReply } from "../../../schema/http/matches.ts";
import { call } from "../../platform/api.ts";
import { frame, panelPage } from "../../ui/components/frame.ts";
import { dateText, t, type TextKey } from "../../platform/i18n/translate.ts";
import { endingText, facts } from "../../game/match/ending.ts";
import { sitterName } from "../../game/match/sitter-names.ts";
import type { PageContext } from "../../platform/page-context.ts";

/** A match that still runs is asked about this often. */
const ASK_AGAIN_MS = 5000;

export async function openRecord(context: PageContext): Promise<void> {
  const reply = await call(askMatch, { params: { id: context.params["id"] ?? "" } });
  if (context.left.aborted) return;
  if (reply.status === "finished") return openFinished(context, reply);
  render(panelPage(content(reply)), context.root);
  context.announce(t("title.page", { page: title(reply) }));
  if (reply.status !== "running") return;
  const timer = setTimeout(() => context.reopen(), ASK_AGAIN_MS);
  context.left.addEventListener("abort", () => clearTimeout(timer));
}

async function openFinished(context: PageContext, { match: found, mayReplay }: FinishedReply): Promise<void> {
  const match = { ...found, players: named(found) };
  render(
    frame(
      html`<div class="record-page">
        ${mayReplay ? html`<section class="replay" aria-label=${t("record.replay")}></section>` : nothing}
        <section class="panel panel-single">${finished(match, mayReplay)}</section>
        <div class="record-figures"></div>
      </div>`,
    ),
    context.root,
  );
  context.announce(t("title.page", { page: titleOf(match) }));
  if (!mayReplay) return;
  const { openMatchReplay } = await import(/* webpackChunkName: "replay" */ "../../playback/replay/match-replay.ts");
  if (context.left.aborted) return;
  const stage = context.root.querySelector<HTMLElement>(".replay")!;
  const replay = openMatchReplay(context, stage, match);
  const { openMatchStats } = await import(/* webpackChunkName: "stats" */ "../stats/match-stats.ts");
  await openMatchStats({
    host: context.root.querySelector<HTMLElement>(".record-figures")!,
    match,
    left: context.left,
    seek: (moment) => {
      replay.seek(moment);
      stage.scrollIntoView({ block: "center" });
    },
  });
}

type FinishedReply = Extract<MatchReply, { status: "finished" }>;
type UnfinishedReply = Exclude<MatchReply, { status: "finished" }>;

function content(reply: UnfinishedReply): TemplateResult {
  switch (reply.status) {
    case "running":
      return words("record.running", "record.runningText");
    case "interrupted":
      return words("record.interrupted", "record.interruptedText");
    case "unknown":
      return words("record.unknown", "record.unknownText");
  }
}

function titleOf({ players: [one, two] }: FinishedMatch): string {
  return t("record.title", { one: one?.name ?? "", two: two?.name ?? "" });
}

function title(reply: UnfinishedReply): string {
  switch (reply.status) {
    case "running":
      return t("record.running");
    case "interrupted":
      return t("record.interrupted");
    case "unknown":
      return t("record.unknown");
  }
}

function named({ players }: FinishedMatch): FinishedMatch["players"] {
  return players.map((player) => ({ ...player, name: sitterName(player) }));
}

function words(heading: TextKey, text: TextKey): TemplateResult {
  return html`<h1>${t(heading)}</h1>
    <p>${t(text)}</p>
    ${again()}`;
}

function finished(match: FinishedMatch, mayReplay: boolean): TemplateResult {
  const winner = match.players[match.winner];
  const loser = match.players.find((_, seat) => seat !== match.winner);
  return html`<div class="result">
    <h1>${winner === undefined ? t("result.nobody") : t("result.winner", { name: winner.name })}</h1>
    <div class="record-score">
      ${match.players.map(
        (player, seat) =>
          html`<p class=${seat === match.winner ? "record-winner" : ""}>
            <span class="record-name">${player.name}</span>
            <span class="record-points">${player.points}</span>
          </p>`,
      )}
    </div>
    <p class="quiet">${endingText(match.endReason, winner === undefined ? "" : (loser?.name ?? ""))}</p>
    ${facts(match.summary)}
    <p class="quiet">${t("record.played", { date: dateText(match.finishedAt) })}</p>
    ${mayReplay ? nothing : html`<p class="quiet">${t("record.hidden")}</p>`} ${again()}
  </div>`;
}

function again(): TemplateResult {
  return html`<div class="actions"><a class="btn btn-primary" href="/">${t("record.again")}</a></div>`;
}
