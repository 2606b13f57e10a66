// The words of the queue's pages, loaded with them.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  "waiting.title": "Looking for an opponent",
  "waiting.alone": "You'll play the next person who joins.",
  "waiting.aloneRanked": "You're the only one waiting right now.",
  "waiting.people_one": "{{count}} person is waiting.",
  "waiting.people_other": "{{count}} people are waiting.",
  "waiting.time": "Waiting for {{time}}",
  "waiting.warmUp": "Warm up while you wait",
  "waiting.warmUpText": "Looking for an opponent · {{time}}",
  "waiting.noWarmUp": "There's no table for a warm-up right now. You've kept your place in the queue.",
  "waiting.stopWarmUp": "Stop warming up",
  "waiting.expected": "Average wait lately: {{time}}",
  "waiting.ranked": "{{mode}}, ranked",
  "waiting.casual": "{{mode}}, casual",
  "waiting.computer": "Play the computer instead",
  "waiting.cancel": "Cancel",
  "waiting.joining": "Joining the queue …",
  "waiting.friend": "Rather play someone you know? Cancel, and set up a table for a friend.",
  "found.title": "Ready? {{seconds}}",
  "found.heading": "Opponent found",
  "found.ask": "Ready to play?",
  "found.seconds_one": "{{count}} second",
  "found.seconds_other": "{{count}} seconds",
  "found.accept": "Play",
  "found.decline": "Not now",
  "found.wait": "Waiting for your opponent …",
  "found.both": "Off to the table …",
  "found.none": "Your opponent didn't accept. You've kept your place.",
  "elsewhere.title": "You're already looking for an opponent",
  "elsewhere.text":
    "Another tab or device of yours is in the queue or on its way to a table. You can only be in one place at a time.",
  "elsewhere.here": "Wait here instead",
  "playing.title": "Your match is still on",
  "playing.text": "You can look for another opponent once it's over.",
  "playing.back": "Back to the match",
  "pause.title": "Cooldown",
  "pause.declined":
    "You declined a match with someone who was ready to play. The cooldown grows each time and resets after an hour.",
  "pause.missed": "You missed a match. The cooldown grows each time and resets after an hour.",
  "pause.early": "Your cooldown isn't over yet.",
  "pause.over": "You can play again.",
  "pause.again": "Back to the queue",
} as const;

export const t = translator("matchmaking", { en });
export type QueueText = Parameters<typeof t>[0];
