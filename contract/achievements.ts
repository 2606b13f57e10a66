// What a player can earn, each once, in the order in which it is shown. How: ranking/achievements.ts; in words: docs/achievements.md.

export const ACHIEVEMENTS = [
  "firstWin",
  "wins10",
  "wins100",
  "wins1000",
  "streak5",
  "streak10",
  "bothModes",
  "opponents10",
  "opponents50",
  "rally30",
  "rally60",
  "rally100",
  "topSpeed",
  "onTheEdge",
  "sevenInARow",
  "shutout",
  "overtime",
  "comeback",
  "turnaround",
  "giant",
  "marathon",
] as const;
export type Achievement = (typeof ACHIEVEMENTS)[number];
