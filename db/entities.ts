// All tables, in one list: no folders are scanned, so a bundle or a moved file cannot lose one.

import { AccountToken, RecoveryCode, RememberedDevice } from "./entities/account-secrets.ts";
import { Account } from "./entities/account.ts";
import { Friendship, Block } from "./entities/friends.ts";
import { Job } from "./entities/job.ts";
import { MatchSeat } from "./entities/match-seat.ts";
import { Match } from "./entities/match.ts";
import { Notification } from "./entities/notification.ts";
import { PlayerAchievement } from "./entities/player-achievement.ts";
import { Player } from "./entities/player.ts";
import { Process } from "./entities/process.ts";
import { Rating } from "./entities/rating.ts";
import { ClientError, PerformanceMetric } from "./entities/reports.ts";
import { Session } from "./entities/session.ts";
import { Standing } from "./entities/standing.ts";
import { PlayerRecord, PlayerCounter, HeadToHead } from "./entities/stats.ts";

export const ENTITIES = [
  Player,
  Session,
  Account,
  AccountToken,
  RecoveryCode,
  RememberedDevice,
  Match,
  MatchSeat,
  ClientError,
  PerformanceMetric,
  Friendship,
  Block,
  Job,
  Rating,
  HeadToHead,
  Notification,
  Process,
  PlayerCounter,
  PlayerRecord,
  Standing,
  PlayerAchievement,
];
