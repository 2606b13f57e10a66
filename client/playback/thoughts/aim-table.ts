// The aims that the computer considered, as a table; numbered as on the table that is played on.

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Aim } from "../../../pong/ai/aims.ts";
import type { Thought } from "../../../pong/ai/thought.ts";
import { t } from "./words.ts";
import { strengthsOf } from "./sketch.ts";
import { percentText } from "../../platform/i18n/formats.ts";
import { numberText, sideText } from "./number-text.ts";

/** Nearer to the middle of the paddle than this, as a share of its half, is its middle. */
const MIDDLE = 0.02;

export function aimTable({ aims, chosen, seat }: Thought): TemplateResult {
  const strengths = strengthsOf(aims.map(({ value }) => value));
  return html`<table class="thoughts-aims">
    <caption class="visually-hidden">
      ${t("aims")}
    </caption>
    <thead>
      <tr>
        <th scope="col"><span class="visually-hidden">${t("aims.number")}</span></th>
        <th scope="col">${t("aims.place")}</th>
        <th scope="col">${t("aims.own")}</th>
        <th scope="col">${t("aims.their")}</th>
        <th scope="col">${t("aims.value")}</th>
        <th scope="col">${t("aims.worth")}</th>
      </tr>
    </thead>
    <tbody>
      ${aims.map((aim, at) => row(aim, at + 1, seat, aim === chosen, strengths[at]!))}
    </tbody>
  </table>`;
}

function row(aim: Aim, number: number, seat: number, isChosen: boolean, strength: number): TemplateResult {
  return html`<tr class=${isChosen ? "chosen" : ""}>
    <th scope="row">
      <span class="thoughts-dot">${number}</span>${
        isChosen ? html`<span class="visually-hidden">${t("aims.chosen")}</span>` : nothing
      }
    </th>
    <td>${placeText(seat, aim.where)}</td>
    <td>${percentText(aim.ownChance)}</td>
    <td>${percentText(aim.theirChance)}</td>
    <td>
      <meter class="thoughts-bar" aria-hidden="true" min="0" max="1" value=${strength}></meter>${numberText(aim.value)}
    </td>
    <td>${numberText(aim.worth)}</td>
  </tr>`;
}

function placeText(seat: number, where: number): string {
  if (Math.abs(where) < MIDDLE) return t("aims.middle");
  return sideText("place", seat, where, percentText(Math.abs(where)));
}
