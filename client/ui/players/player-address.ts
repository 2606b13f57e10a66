// What all pages about one player begin with: whose page an address means, and the way between them.

import { html, render, type TemplateResult } from "lit/html.js";
import { askPlayer, type PlayerReply } from "../../../schema/http/players.ts";
import { call, Refused } from "../../platform/api.ts";
import { panelPage } from "../components/frame.ts";
import type { PageContext } from "../../platform/page-context.ts";
import { t, type PlayersText } from "./words.ts";

/**
 * The player of the address, which is then written as their login name is. Null when the page is over: somebody has left it, or
 * it says that there is no such player.
 * @param address of the page of this login name, already encoded
 */
export async function findPlayer(
  context: PageContext,
  address: (login: string) => string,
): Promise<PlayerReply | null> {
  const login = context.params["login"] ?? "";
  const player = await askWhoever(login);
  if (context.left.aborted) return null;
  if (player === null) {
    showMissing(context);
    return null;
  }
  // One address for one page, whatever its letters were typed as.
  if (player.login !== login)
    history.replaceState(history.state, "", address(encodeURIComponent(player.login)) + location.search);
  return player;
}

/** Null: nobody has this login name. */
export async function askWhoever(login: string): Promise<PlayerReply | null> {
  try {
    return await call(askPlayer, { params: { login } });
  } catch (error) {
    if (error instanceof Refused && error.code === "notFound") return null;
    throw error;
  }
}

function showMissing(context: PageContext): void {
  render(
    panelPage(
      html`<p class="big-number" aria-hidden="true">404</p>
        <h1>${t("player.none")}</h1>
        <p>${t("player.noneText")}</p>
        <div class="actions"><a class="btn btn-primary" href="/">${t("common:lost.home")}</a></div>`,
    ),
    context.root,
  );
  context.announce(t("common:title.page", { page: t("player.none") }));
}

const TABS = {
  profile: { words: "tabs.profile", end: "" },
  figures: { words: "tabs.figures", end: "/figures" },
} as const satisfies Record<string, { words: PlayersText; end: string }>;

export function personTabs(login: string, current: keyof typeof TABS): TemplateResult {
  return html`<nav class="person-tabs" aria-label=${t("tabs.title")}>
    ${Object.entries(TABS).map(
      ([name, { words, end }]) =>
        html`<a href="/player/${encodeURIComponent(login)}${end}" aria-current=${name === current ? "page" : "false"}
          >${t(words)}</a
        >`,
    )}
  </nav>`;
}
