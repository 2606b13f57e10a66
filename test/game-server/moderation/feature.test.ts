// Who may keep whom out, as a table.

import assert from "node:assert/strict";
import { mayBan } from "../../../game-server/moderation/feature.ts";
import { ROLES } from "../../../contract/people.ts";

describe("who may ban", () => {
  it("depends on both roles", () => {
    const allowed = ROLES.flatMap((by) =>
      ROLES.filter((whom) => mayBan({ id: "1", role: by }, { id: "2", role: whom })).map((whom) => `${by} ${whom}`),
    );
    assert.deepEqual(allowed, ["moderator player", "admin player", "admin moderator", "admin admin"]);
  });

  it("is never oneself", () => {
    for (const role of ROLES) assert.equal(mayBan({ id: "1", role }, { id: "1", role }), false);
  });
});
