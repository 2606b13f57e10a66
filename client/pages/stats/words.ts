// The words of players' and matches' statistics, loaded with those pages.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  "page.title": "Statistics of {{name}}",
  "page.loading": "Loading statistics…",
  "page.empty": "Nothing to count yet",
  "page.emptyText": "Statistics come from matches between two people. Play your first one to see something here.",
  "page.play": "Play now",

  "records.title": "Records",
  "records.matches": "Matches won",
  "records.of": "{{won}} of {{count}}",
  "records.longest": "Longest rally",
  "records.hits_one": "{{count}} hit",
  "records.hits_other": "{{count}} hits",
  "records.streak": "Current streak",
  "records.wonInARow": "{{count}} won in a row",
  "records.lostInARow": "{{count}} lost in a row",
  "records.noStreak": "No streak",
  "records.best": "Best streak",

  "rating.title": "Rating",
  "rating.mode": "Mode",
  "rating.rating": "Rating",
  "rating.deviation": "Uncertainty",
  "rating.date": "After the match on",
  "rating.note": "After each rated match. The band shows how uncertain the rating was.",
  "rating.none": "No rated match in this mode yet.",

  "share.modes": "Win rate by mode",
  "share.opponents": "Win rate by opponent",
  "share.opponentsNote": "Most frequent opponents.",
  "share.mode": "Mode",
  "share.own": "Custom rules",
  "share.opponent": "Opponent",
  won: "Won",
  lost: "Lost",
  rate: "Win rate",

  "hours.title": "Win rate by hour",
  "hours.along": "Matches that ended from",
  "hours.note": "By this device's clock.",

  "rallies.title": "Points by rally length",
  "rallies.along": "Hits",
  "rallies.from": "{{from}} or more",
  "rallies.between": "{{from}} to {{to}}",
  "rallies.note": "How many hits a rally had, and who won the point.",

  "places.title": "Balls returned and missed",
  "places.along": "Place",
  "places.returned": "Returned",
  "places.missed": "Missed",
  "places.note":
    "Where balls reached this player's line, from left to right as seen from behind the paddle. The brighter, the more.",
  "places.left": "Left, {{from}} to {{to}}",
  "places.right": "Right, {{from}} to {{to}}",

  "reactions.title": "Reaction time",
  "reactions.along": "Time",
  "reactions.times": "Times",
  "reactions.between": "{{from}} to {{to}} ms",
  "reactions.from": "{{from}} ms or more",
  "reactions.note": "From the moment the opponent's hit was shown to the first change of keys.",
  "reactions.half": "Half of them took less than {{ms}} ms.",

  "match.title": "Match statistics",
  "match.rally": "Rally",
  "match.point": "Point for",
  "match.nobody": "nobody",
  "match.score": "Score",
  "match.hits": "Hits",
  "match.momentum": "Momentum",
  "match.lead": "{{name}}'s lead",
  "match.momentumNote": "{{name}}'s lead in points after each rally. Click a rally to replay it.",
  "match.speed": "Speed by rally",
  "match.topSpeed": "Top speed, km/h",
  "match.speedNote": "The fastest ball of each rally, in the colour of who won the point. Click a rally to replay it.",
  "match.places": "Placements: {{name}}",
  "match.placesNote": "Where balls reached {{name}}'s line, from left to right as seen from behind the paddle.",
} as const;

export const t = translator("stats", { en });
