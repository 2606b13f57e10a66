// What a server tells of itself and of who runs it.

import assert from "node:assert/strict";
import { SiteReply } from "../../../schema/http/site.ts";
import { visit } from "../../support/browser-like.ts";
import { startServer } from "../../support/server.ts";

describe("GET /api/site", () => {
  async function contactOf(env: Readonly<Record<string, string>>): Promise<string | null> {
    const server = await startServer({ env });
    try {
      const visitor = visit(server.url);
      const answer = await visitor.get("/api/site");
      assert.equal(answer.status, 200);
      assert.equal(visitor.cookie(), "", "asking leaves no cookie");
      return SiteReply.parse(answer.body).contact;
    } finally {
      await server.remove();
    }
  }

  it("says how to reach whoever runs it, as they have set it", async () => {
    assert.equal(await contactOf({ OPERATOR_CONTACT: " rally@example.org " }), "rally@example.org");
  });

  it("says nothing where they have said nothing", async () => {
    assert.equal(await contactOf({ OPERATOR_CONTACT: "" }), null);
  });
});
