// The whole table of what players may see of each other and do: every deed, every relation, every choice.

import assert from "node:assert/strict";
import { STRANGERS, type Relation } from "../../../db/repositories/friends.ts";
import { PERMISSIONS, type Permission, may } from "../../../game-server/people/may.ts";
import { AUDIENCES, type Audience } from "../../../contract/people.ts";
import { OPEN_TO_ALL, type Privacy } from "../../../schema/profile.ts";

const FRIENDSHIPS = ["none", "asked", "asking", "friends"] as const;
const BLOCKS = [
  { blocks: false, isBlocked: false },
  { blocks: true, isBlocked: false },
  { blocks: false, isBlocked: true },
  { blocks: true, isBlocked: true },
];

/** What decides each deed, written down a second time. */
const DECIDED_BY: Readonly<Record<Permission, keyof Privacy | null>> = {
  seeStatus: "status",
  seeHistory: "history",
  message: "messages",
  challenge: "challenges",
  befriend: null,
  watch: null,
};
const ALLOWED: Readonly<Record<Audience, readonly Relation["friendship"][]>> = {
  everyone: FRIENDSHIPS,
  friends: ["friends"],
  nobody: [],
};
const CLOSED: Privacy = { status: "nobody", history: "nobody", messages: "nobody", challenges: "nobody" };

describe("what players may", () => {
  for (const deed of PERMISSIONS) {
    const choice = DECIDED_BY[deed];
    for (const audience of AUDIENCES) {
      it(`${deed} where that is for ${audience}`, () => {
        // The other choices say the opposite.
        const others = audience === "nobody" ? OPEN_TO_ALL : CLOSED;
        const privacy = choice === null ? CLOSED : { ...others, [choice]: audience };
        for (const friendship of FRIENDSHIPS) {
          for (const block of BLOCKS) {
            const isBlock = block.blocks || block.isBlocked;
            const expected = !isBlock && (choice === null || ALLOWED[audience].includes(friendship));
            const relation = { isSelf: false, friendship, ...block };
            assert.equal(may(deed, relation, privacy), expected, JSON.stringify(relation));
          }
        }
      });
    }
  }

  it("is everything with oneself", () => {
    for (const deed of PERMISSIONS) assert.ok(may(deed, { ...STRANGERS, isSelf: true }, CLOSED), deed);
  });

  it("is nothing for somebody blocked, as it is for anybody where all is for nobody", () => {
    const blocked: Relation = { ...STRANGERS, isBlocked: true };
    for (const deed of ["seeStatus", "seeHistory", "message", "challenge"] as const) {
      const stranger: Relation = { ...blocked, isBlocked: false };
      assert.equal(may(deed, blocked, OPEN_TO_ALL), may(deed, stranger, CLOSED));
    }
  });
});
