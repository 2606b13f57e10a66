// What an achievement is called, and how it is earned.

import type { Achievement } from "../../../contract/achievements.ts";
import { t } from "./words.ts";

type AchievementText = Parameters<typeof t>[0];

/** What it is called, and how it is earned. */
const WORDS: Readonly<Record<Achievement, readonly [name: AchievementText, how: AchievementText]>> = {
  firstWin: ["firstWin", "firstWin.how"],
  wins10: ["wins10", "wins10.how"],
  wins100: ["wins100", "wins100.how"],
  wins1000: ["wins1000", "wins1000.how"],
  streak5: ["streak5", "streak5.how"],
  streak10: ["streak10", "streak10.how"],
  bothModes: ["bothModes", "bothModes.how"],
  opponents10: ["opponents10", "opponents10.how"],
  opponents50: ["opponents50", "opponents50.how"],
  rally30: ["rally30", "rally30.how"],
  rally60: ["rally60", "rally60.how"],
  rally100: ["rally100", "rally100.how"],
  topSpeed: ["topSpeed", "topSpeed.how"],
  onTheEdge: ["onTheEdge", "onTheEdge.how"],
  sevenInARow: ["sevenInARow", "sevenInARow.how"],
  shutout: ["shutout", "shutout.how"],
  overtime: ["overtime", "overtime.how"],
  comeback: ["comeback", "comeback.how"],
  turnaround: ["turnaround", "turnaround.how"],
  giant: ["giant", "giant.how"],
  marathon: ["marathon", "marathon.how"],
};

export function nameOf(achievement: Achievement): string {
  return t(WORDS[achievement][0]);
}

export function howTo(achievement: Achievement): string {
  return t(WORDS[achievement][1]);
}
