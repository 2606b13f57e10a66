// Notifies a challenged player, wherever they are, and marks it as read once they know of it, or it is over: nobody is called to
// something that is gone. Guests have no notifications, so only the lobby tells them.

import type { About } from "../../contract/notifications.ts";
import type { Notifications } from "../../db/repositories/notifications.ts";
import type { Challenge } from "../../rooms/lobby/challenges.ts";
import { modeOf } from "../../schema/modes.ts";
import type { NotificationEvents } from "../notifications/feature.ts";

export interface ChallengeNotificationsOptions {
  readonly notifications: Pick<Notifications, "tell" | "readTopic">;
  readonly notificationEvents: Pick<NotificationEvents, "tell">;
  readonly wallClock: () => Date;
}

export interface ChallengeNotifications {
  tell(made: Challenge): Promise<void>;
  read(one: Challenge): Promise<void>;
}

export function createChallengeNotifications({
  notifications,
  notificationEvents,
  wallClock,
}: ChallengeNotificationsOptions): ChallengeNotifications {
  return {
    async tell({ id, from, to, terms }) {
      if (to.login === null) return;
      await notifications.tell([{ playerId: to.id, topic: topicOf(id), about: aboutOf(from, terms) }], wallClock());
      notificationEvents.tell([to.id]);
    },
    async read({ id, to }) {
      if (to.login === null) return;
      if (await notifications.readTopic(to.id, topicOf(id), wallClock())) notificationEvents.tell([to.id]);
    },
  };
}

function topicOf(id: string): string {
  return `challenge:${id}`;
}

function aboutOf({ name, login }: Challenge["from"], { rules, ranked }: Challenge["terms"]): About<"challenge"> {
  return { kind: "challenge", from: { name, login }, mode: modeOf(rules), ranked, points: rules.pointsToWin };
}
