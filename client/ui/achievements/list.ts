// What a player has earned and what there is still to earn: a part of their page.

import "./achievements.scss";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { ACHIEVEMENTS, type Achievement } from "../../../contract/achievements.ts";
import type { AchievementsReply } from "../../../schema/http/achievements.ts";
import { dayText } from "../../platform/i18n/formats.ts";
import { badge } from "./icon.ts";
import { howTo, nameOf } from "./achievement-words.ts";
import { t } from "./words.ts";

type Earned = AchievementsReply["achievements"][number];

/** @param earned in the order in which they were */
export function achievementList(earned: readonly Earned[]): TemplateResult {
  const missing = ACHIEVEMENTS.filter((one) => earned.every(({ achievement }) => achievement !== one));
  return html`<section class="panel achievements" aria-labelledby="achievements">
    <h2 id="achievements">
      ${t("title")}
      <span class="achievements-count">${t("count", { earned: earned.length, all: ACHIEVEMENTS.length })}</span>
    </h2>
    ${
      earned.length === 0
        ? html`<p class="quiet">${t("none")}</p>`
        : html`<ul class="achievements-list">
            ${earned.toReversed().map((one) => item(one.achievement, one))}
          </ul>`
    }
    ${
      missing.length === 0
        ? nothing
        : html`<details class="achievements-missing">
            <summary>${t("toEarn", { count: missing.length })}</summary>
            <ul class="achievements-list">
              ${missing.map((one) => item(one, null))}
            </ul>
          </details>`
    }
  </section>`;
}

function item(achievement: Achievement, earned: Earned | null): TemplateResult {
  return html`<li class=${earned === null ? "" : "achievement-earned"}>
    ${badge(achievement)}
    <span class="achievement-words">
      <strong>${nameOf(achievement)}</strong>
      <span class="achievement-how">${howTo(achievement)}</span>
      ${
        earned === null
          ? nothing
          : html`<a
              class="achievement-when"
              href="/match/${encodeURIComponent(earned.matchId)}"
              aria-label=${t("match", { date: dayText(earned.earnedAt) })}
              >${dayText(earned.earnedAt)}</a
            >`
      }
    </span>
  </li>`;
}
