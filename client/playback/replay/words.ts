// The words of replays: the player on a match's page, and the page that opens a file.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  region: "Replay",
  poster: "Play the replay",
  loading: "Loading the replay…",
  play: "Play",
  pause: "Pause",
  canvas: "The table during the match",
  place: "Place in the match",
  "place.text": "{{at}} of {{length}}, {{one}} {{onePoints}}, {{two}} {{twoPoints}}",
  clock: "{{at}} / {{length}}",
  previous: "Previous rally",
  next: "Next rally",
  back: "One frame back",
  forward: "One frame forward",
  longest: "Longest rally",
  longestHits_one: "Longest rally: {{count}} hit",
  longestHits_other: "Longest rally: {{count}} hits",
  speed: "Speed",
  view: "View",
  "view.side": "From the side",
  paused: "The match was paused here",
  mute: "Sound off",
  unmute: "Sound on",
  fullScreen: "Full screen",
  leaveFullScreen: "Exit full screen",
  thoughts: "How the AI thinks",
  "thoughts.loading": "Reconstructing its thoughts…",
  copy: "Copy link to this moment",
  copied: "Link copied",
  copyFailed: "This browser won't let us copy. Here's the link: {{link}}",
  download: "Download",
  keys: "Keyboard shortcuts",
  "keys.play": "Play or pause",
  "keys.seek": "Five seconds back or forward",
  "keys.frame": "One frame back or forward",
  "keys.rally": "Previous or next rally",
  "keys.longest": "Longest rally",
  "keys.speed": "Slower or faster",
  "keys.view": "Change view",
  "keys.sound": "Sound on or off",
  "keys.screen": "Full screen",

  "fault.version": "This match was played by an older version of the rules, so it can't be replayed here.",
  "fault.court": "This match was played on a court we don't have.",
  "fault.damaged": "This isn't a recording of a match, or it's damaged.",
  "fault.outcome": "This recording doesn't end the way it says. What you see may not be what happened.",
  "fault.hidden":
    "There's nothing to replay here: the recording is gone, or one of the players keeps their matches private.",
  "fault.large": "This file is too large to be a recording of a match.",

  "file.title": "Open a replay",
  "file.text": "Choose a file you downloaded from a match's page, or drop it here. It never leaves this device.",
  "file.choose": "Choose a file",
  "file.other": "Open another file",
  "file.open": "Open a replay file",
  "file.heading": "{{one}} against {{two}}",
} as const;

export const t = translator("replay", { en });
export type ReplayText = Parameters<typeof t>[0];
