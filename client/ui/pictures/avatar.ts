// A player's picture, round: the one they have uploaded, or else the one that is worked out of their id.

import { html, svg, type TemplateResult } from "lit/html.js";
import { AVATAR_SIZES, avatarPath } from "../../../schema/profile.ts";
import { t } from "../../platform/i18n/translate.ts";
import {
  type GeneratedPicture,
  generatePicture,
  HALF_OTHER_PADDLE,
  HALF_PADDLE,
  OTHER_LINE,
  OWN_LINE,
} from "./generated.ts";

/** Whose picture it is. */
export interface Pictured {
  readonly id: string;
  readonly name: string;
  /** Null: none was uploaded. */
  readonly avatarId: string | null;
}

/** @param size width and height in CSS pixels */
export function avatar(player: Pictured, size: number): TemplateResult {
  const alt = t("avatar.alt", { name: player.name });
  const { avatarId } = player;
  if (avatarId === null) return drawn(player.id, alt, size);
  const large = AVATAR_SIZES.find((one) => one >= size) ?? AVATAR_SIZES[AVATAR_SIZES.length - 1]!;
  return html`<img
    class="avatar"
    src=${avatarPath(avatarId, large)}
    srcset=${AVATAR_SIZES.map((one) => `${avatarPath(avatarId, one)} ${one}w`).join(", ")}
    sizes="${size}px"
    width=${size}
    height=${size}
    alt=${alt}
    decoding="async"
  />`;
}

function drawn(id: string, alt: string, size: number): TemplateResult {
  const picture = generatePicture(id);
  // Each picture's gradient has a name of its own on the page; two of one player are the same anyway.
  const night = `night-${picture.ownHue}-${picture.otherHue}`;
  return html`<svg class="avatar" viewBox="0 0 100 100" width=${size} height=${size} role="img" aria-label=${alt}>
    <defs>
      <linearGradient id=${night} x1="0" y1="1" x2="0" y2="0">
        <stop offset="0" stop-color="hsl(${picture.ownHue}, 70%, 17%)" />
        <stop offset="0.6" stop-color="#0a0a24" />
        <stop offset="1" stop-color="hsl(${picture.otherHue}, 70%, 21%)" />
      </linearGradient>
    </defs>
    <g transform="rotate(${picture.turns * 90} 50 50)">
      <rect width="100" height="100" fill="url(#${night})" />
      ${court(picture)}
    </g>
  </svg>`;
}

function court({ ownHue, otherHue, paddle, otherPaddle, way }: GeneratedPicture): TemplateResult {
  const own = `hsl(${ownHue}, 95%, 62%)`;
  const other = `hsl(${otherHue}, 95%, 66%)`;
  const path = way.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  const ball = way[way.length - 1]!;
  const ownLine = `M${paddle - HALF_PADDLE} ${OWN_LINE + 5}H${paddle + HALF_PADDLE}`;
  const otherLine = `M${otherPaddle - HALF_OTHER_PADDLE} ${OTHER_LINE}H${otherPaddle + HALF_OTHER_PADDLE}`;
  return svg`<path d="M0 50H100" stroke="#8f9bff" stroke-opacity="0.25" stroke-width="1.5" />
    <g fill="none" stroke-linecap="round" stroke-linejoin="round">
      ${glowing(path, own, 3.5)} ${glowing(otherLine, other, 5)} ${glowing(ownLine, own, 8)}
    </g>
    <circle cx=${ball.x} cy=${ball.y} r="13" fill=${own} fill-opacity="0.28" />
    <circle cx=${ball.x} cy=${ball.y} r="7.5" fill="#fff7e0" />`;
}

/** A tube of light: its shine, its colour, its bright core. No filter, since a list may hold a hundred of them. */
function glowing(path: string, color: string, width: number): TemplateResult {
  return svg`<path d=${path} stroke=${color} stroke-opacity="0.2" stroke-width=${width * 2.4} />
    <path d=${path} stroke=${color} stroke-width=${width} />
    <path d=${path} stroke="#ffffff" stroke-opacity="0.55" stroke-width=${width * 0.3} />`;
}
