// What two players are to each other: friends or not, blocked or not.

import { defineEntity, p } from "@mikro-orm/core";
import { Player } from "./player.ts";

/** Two players who are friends, or one of whom has asked the other. One row a pair, whoever asked. */
const FriendshipSchema = defineEntity({
  name: "Friendship",
  tableName: "friendships",
  properties: {
    /** The one whose id is the lower. */
    low: () => p.manyToOne(Player).primary().deleteRule("cascade"),
    high: () => p.manyToOne(Player).primary().index().deleteRule("cascade"),
    /** Which of the two. */
    askedBy: p.uuid(),
    askedAt: p.datetime(),
    /** Null: asked, and not answered. */
    acceptedAt: p.datetime().nullable(),
  },
});

export class Friendship extends FriendshipSchema.class {}
FriendshipSchema.setClass(Friendship);

/** A player who has blocked another one. */
const BlockSchema = defineEntity({
  name: "Block",
  tableName: "blocks",
  properties: {
    blocker: () => p.manyToOne(Player).primary().deleteRule("cascade"),
    blocked: () => p.manyToOne(Player).primary().index().deleteRule("cascade"),
    since: p.datetime(),
  },
});

export class Block extends BlockSchema.class {}
BlockSchema.setClass(Block);
