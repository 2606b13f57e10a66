// The words of what the computer thinks, beside a replay; they come when it is switched on.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  version: "This match was played by an older version of the computer, so its thoughts can't be shown any more.",
  differs:
    "This recording's key presses don't follow from what the computer would have thought, so its thoughts aren't shown.",
  none: "The computer hasn't looked at the table yet.",
  number: "Look {{number}} of {{count}}",
  when: "Last look {{ago}} s ago, next in {{next}} s",
  whenLast: "Last look {{ago}} s ago, no more to come",
  away: "No ball is coming, so it only chooses where to wait.",
  noAim: "A ball is coming that it can't reach.",
  arrival: "Ball reaches its line",
  in: "in {{seconds}} s",
  ago: "{{seconds}} s ago",
  error: "Deliberate error",
  unitsLeft: "{{amount}} m to its left",
  unitsRight: "{{amount}} m to its right",
  presses: "Planned keys, in seconds after the look",
  noPress: "none",
  "keys.toLeft": "left",
  "keys.toRight": "right",
  "keys.letGo": "release",
  aims: "Where on its paddle it could return the ball",
  "aims.number": "Number",
  "aims.chosen": "chosen",
  "aims.place": "Spot on paddle",
  "aims.own": "Own odds",
  "aims.their": "Their odds",
  "aims.value": "Value",
  "aims.worth": "Worth",
  "aims.middle": "middle",
  "aims.left": "{{amount}} left",
  "aims.right": "{{amount}} right",
  signs: "Legend",
  "sign.ghost": "Ghosts: the ball and paddles as it saw them.",
  "sign.dashes": "Dashed line and ring: the path it expects the ball to take, and where that ends.",
  "sign.points": "Numbered points: where it could send the ball. The brighter and larger, the better its odds.",
  "sign.path": "Thick line: the aim it chose.",
  "sign.outlines": "Paddle outlines: where it goes to meet the ball and, dashed, where it goes to wait.",
  "sign.arrow": "Arrow: its deliberate error, from where its paddle should be to where it goes.",
} as const;

export const t = translator("thoughts", { en });
