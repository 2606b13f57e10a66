// What players are told: that there is something new, in every process, and what it is.

import type { Stores } from "../../db/stores.ts";
import { READ_NOTIFICATIONS_KEPT_DAYS } from "../../schema/retention.ts";
import type { Feature } from "../http/feature.ts";
import { daysBefore } from "../platform/clean-up.ts";
import type { Platform } from "../platform/platform.ts";
import { createNotificationEvents, type NotificationEvents } from "./notification-events.ts";
import { serveNotifications } from "./serve-notifications.ts";

export type { NotificationEvents } from "./notification-events.ts";

export interface NotificationsFeature extends Feature {
  readonly events: NotificationEvents;
}

export function createNotifications({ bus, wallClock }: Platform, { notifications }: Stores): NotificationsFeature {
  const events = createNotificationEvents(bus);
  return {
    events,
    routes: (api) => serveNotifications(api, { notifications, events, wallClock }),
    cleanUp: {
      "notices that were read": (now) => notifications.removeReadBefore(daysBefore(now, READ_NOTIFICATIONS_KEPT_DAYS)),
    },
  };
}
