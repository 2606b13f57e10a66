// A player's status: a dot, and words beside it, since a colour alone says nothing to many.

import { html, nothing, type TemplateResult } from "lit/html.js";
import { agoText } from "../../platform/i18n/formats.ts";
import type { Status } from "../../../contract/people.ts";
import { type PlayersText, t } from "./words.ts";

export interface Seen {
  /** Null: not visible to us. */
  readonly status: Status | null;
  readonly lastSeenAt: string | null;
}

const WORDS: Readonly<Record<Status, PlayersText>> = {
  offline: "status.offline",
  online: "status.online",
  playing: "status.playing",
};
/** Those whom one could play with come first. */
const ORDER: readonly (Status | null)[] = ["playing", "online", "offline", null];

export function statusView({ status, lastSeenAt }: Seen): TemplateResult | typeof nothing {
  if (status === null) return nothing;
  const seen = status === "offline" && lastSeenAt !== null ? t("lastSeen", { ago: agoText(lastSeenAt) }) : "";
  return html`<span class="status status-${status}">
    <span class="status-dot" aria-hidden="true"></span>${seen === "" ? t(WORDS[status]) : seen}
  </span>`;
}

/** Playing, online, then the rest; those of one kind by name. */
export function byStatus<One extends Seen & { readonly name: string }>(players: readonly One[]): One[] {
  const rank = ({ status }: Seen): number => ORDER.indexOf(status);
  return players.toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}
