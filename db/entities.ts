// All tables, in one list: no folders are scanned, so a bundle or a moved file cannot lose one.

import { Account } from "./entities/account.ts";
import { AccountToken } from "./entities/account-token.ts";
import { Block } from "./entities/block.ts";
import { ClientError } from "./entities/client-error.ts";
import { PerformanceMetric } from "./entities/performance-metric.ts";
import { Friendship } from "./entities/friendship.ts";
import { HeadToHead } from "./entities/head-to-head.ts";
import { Job } from "./entities/job.ts";
import { Match } from "./entities/match.ts";
import { MatchSeat } from "./entities/match-seat.ts";
import { Notification } from "./entities/notification.ts";
import { Player } from "./entities/player.ts";
import { PlayerAchievement } from "./entities/player-achievement.ts";
import { PlayerCounter } from "./entities/player-counter.ts";
import { PlayerRecord } from "./entities/player-record.ts";
import { Process } from "./entities/process.ts";
import { Rating } from "./entities/rating.ts";
import { RecoveryCode } from "./entities/recovery-code.ts";
import { RememberedDevice } from "./entities/remembered-device.ts";
import { Session } from "./entities/session.ts";
import { Standing } from "./entities/standing.ts";

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
