// The words of dashboards and of a match's figures. They come with those pages.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  "page.title": "Figures of {{name}}",
  "page.loading": "Loading the figures…",
  "page.empty": "Nothing to count yet",
  "page.emptyText":
    "Figures are counted of matches between two people. After the first one there is something to see here.",
  "page.play": "Play now",

  "records.title": "Records",
  "records.matches": "Matches won",
  "records.of": "{{won}} of {{count}}",
  "records.longest": "Longest rally",
  "records.hits_one": "{{count}} hit",
  "records.hits_other": "{{count}} hits",
  "records.streak": "At the moment",
  "records.wonInARow": "{{count}} won in a row",
  "records.lostInARow": "{{count}} lost in a row",
  "records.noStreak": "No streak",
  "records.best": "Best streak",

  "rating.title": "Rating",
  "rating.mode": "Mode",
  "rating.rating": "Rating",
  "rating.deviation": "Uncertain by",
  "rating.date": "After the match of",
  "rating.note": "After each rated match. The band shows how uncertain a rating still is.",
  "rating.none": "No rated match in this mode yet.",

  "share.modes": "Win rate by mode",
  "share.opponents": "Win rate by opponent",
  "share.opponentsNote": "Those met most often.",
  "share.mode": "Mode",
  "share.own": "Rules of their own",
  "share.opponent": "Opponent",
  won: "Won",
  lost: "Lost",
  rate: "Win rate",

  "hours.title": "Win rate by hour",
  "hours.along": "Matches that ended from",
  "hours.note": "By the clock of this device.",

  "rallies.title": "Points by rally length",
  "rallies.along": "Hits",
  "rallies.from": "{{from}} or more",
  "rallies.between": "{{from}} to {{to}}",
  "rallies.note": "How many hits a rally had, and whose point it was.",

  "places.title": "Balls returned and missed",
  "places.along": "Place",
  "places.returned": "Returned",
  "places.missed": "Missed",
  "places.note":
    "Where they came to the own line, from left to right as seen from behind the paddle. The brighter, the more.",
  "places.left": "Left, {{from}} to {{to}}",
  "places.right": "Right, {{from}} to {{to}}",

  "reactions.title": "Reaction time",
  "reactions.along": "Time",
  "reactions.times": "Times",
  "reactions.between": "{{from}} to {{to}} ms",
  "reactions.from": "{{from}} ms or more",
  "reactions.note": "From when the other's hit was shown on the screen to the first change of keys.",
  "reactions.half": "Half of them took less than {{ms}} ms.",

  "match.title": "Figures of this match",
  "match.rally": "Rally",
  "match.point": "Point for",
  "match.nobody": "nobody",
  "match.score": "Score",
  "match.hits": "Hits",
  "match.momentum": "Momentum",
  "match.lead": "Lead of {{name}}",
  "match.momentumNote": "By how many points {{name}} led after each rally. Choose one to see it again.",
  "match.speed": "Speed by rally",
  "match.topSpeed": "Top speed, units a second",
  "match.speedNote": "The fastest ball of each rally, in the colour of whose point it was. Choose one to see it again.",
  "match.places": "Placements: {{name}}",
  "match.placesNote": "Where balls came to the line of {{name}}, from left to right as seen from behind the paddle.",
} as const;

export const t = translator("stats", { en });
