// The words of who waits for an opponent; they come with those pages.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  "waiting.alone": "You are first in line. The next person to press Play now is yours.",
  "waiting.people_one": "{{count}} person is waiting.",
  "waiting.people_other": "{{count}} people are waiting.",
  "waiting.time": "Waiting for {{time}}",
  "waiting.warmUp": "Warm up meanwhile",
  "waiting.warmUpText": "Looking for an opponent · {{time}}",
  "waiting.noWarmUp": "There is no table for a warm-up right now. Your place in line is kept.",
  "waiting.stopWarmUp": "Stop warming up",
  "waiting.expected": "Others have waited about {{time}}",
  "waiting.ranked": "{{mode}}, ranked",
  "waiting.casual": "{{mode}}, for fun",
  "waiting.computer": "Play the computer instead, for fun",
  "waiting.cancel": "Cancel",
  "waiting.joining": "Getting in line …",
  "waiting.friend": "Rather play somebody you know? Cancel, and make a table for a friend.",
  "found.title": "Play? {{seconds}}",
  "found.heading": "Opponent found",
  "found.ask": "Do you play?",
  "found.seconds_one": "{{count}} second",
  "found.seconds_other": "{{count}} seconds",
  "found.accept": "Play",
  "found.decline": "Not now",
  "found.wait": "Waiting for the other one …",
  "found.both": "Off to the table …",
  "found.none": "The other one did not come. You have kept your place.",
  "elsewhere.title": "You are looking for an opponent elsewhere",
  "elsewhere.text":
    "Another tab or device of yours is in line, or on its way to a table. You can have one place in line at a time.",
  "elsewhere.here": "Wait here instead",
  "playing.title": "Your match is still on",
  "playing.text": "You can look for another opponent once it is over.",
  "playing.back": "Back to the match",
  "pause.title": "A short break",
  "pause.declined":
    "You said no to somebody who was ready to play. The break grows each time, and is forgotten after an hour.",
  "pause.missed":
    "Somebody was ready, and you did not answer. The break grows each time, and is forgotten after an hour.",
  "pause.early": "Your break is not over yet.",
  "pause.over": "It is over.",
  "pause.again": "Back in line",
} as const;

export const t = translator("matchmaking", { en });
export type QueueText = Parameters<typeof t>[0];
