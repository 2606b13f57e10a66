// A player's notification, kept until they have read it. The kinds: schema/http/notifications.ts.

import { defineEntity, p } from "@mikro-orm/core";
import { Player } from "./player.ts";

const NotificationSchema = defineEntity({
  name: "Notification",
  tableName: "notifications",
  properties: {
    id: p.uuid().primary(),
    player: () => p.manyToOne(Player).deleteRule("cascade"),
    kind: p.string().length(32),
    /** By kind; read through zod, because older versions wrote other shapes. */
    about: p.json<unknown>(),
    /** What it is about, so that it is not sent twice. */
    topic: p.string().length(80),
    createdAt: p.datetime(),
    readAt: p.datetime().nullable(),
  },
  indexes: [{ name: "notifications_player_index", properties: ["player", "createdAt", "id"] }],
  uniques: [{ name: "notifications_topic_unique", properties: ["player", "topic"] }],
});

export class Notification extends NotificationSchema.class {}
NotificationSchema.setClass(Notification);
