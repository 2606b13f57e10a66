// Somebody who plays, from the first guest name on. Signing up turns the same row into an account.

import { defineEntity, p } from "@mikro-orm/core";
import { PLAYER_KINDS } from "../../contract/people.ts";

const PlayerSchema = defineEntity({
  name: "Player",
  tableName: "players",
  properties: {
    id: p.uuid().primary(),
    name: p.string().length(80),
    /** schema/player-name.ts nameKey. Not unique: a name belongs to a guest only while online. */
    nameKey: p.string().length(80).index(),
    kind: p.enum(PLAYER_KINDS),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
  },
});

export class Player extends PlayerSchema.class {}
PlayerSchema.setClass(Player);
