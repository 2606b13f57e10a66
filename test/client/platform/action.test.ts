// What is done on a page: one thing at a time, and whatever goes wrong with it is said, or ends the page.

import assert from "node:assert/strict";
import { Action, attempt } from "../../../client/platform/action.ts";
import { Refused, Unreachable } from "../../../client/platform/api.ts";
import { codeText } from "../../../client/platform/i18n/translate.ts";

/** Does nothing but go wrong. */
function fails(cause: Error): () => Promise<void> {
  return async () => {
    throw cause;
  };
}

describe("what is done on a page", () => {
  it("says what the server refuses, in its own words or the page's", async () => {
    const act = fails(new Refused("name.taken"));
    assert.deepEqual(await attempt(act, {}), { isDone: false, isOver: false, trouble: codeText("name.taken") });
    const own = { refused: ({ code }: Refused) => (code === "name.taken" ? "beside the field" : null) };
    assert.equal((await attempt(act, own)).trouble, "beside the field");
    assert.equal((await attempt(fails(new Refused("banned")), own)).trouble, codeText("banned"));
  });

  it("says that the server is away, or ends the page", async () => {
    const failed: unknown[] = [];
    const fail = (error: unknown): void => void failed.push(error);
    const [away, bug] = [new Unreachable(), new TypeError("a bug")];
    const unreachable = (): string => "away";
    assert.equal((await attempt(fails(away), { fail, unreachable })).trouble, "away");
    assert.deepEqual(failed, []);
    assert.ok((await attempt(fails(bug), { fail, unreachable })).isOver);
    assert.ok((await attempt(fails(away), { fail })).isOver);
    assert.deepEqual(failed, [bug, away]);
    assert.equal((await attempt(fails(bug), { unreachable })).trouble, "away");
  });

  it("leaves for where one signs in, where the page knows the way", async () => {
    let isLeft = false;
    const act = fails(new Refused("signedOut"));
    assert.ok((await attempt(act, { signedOut: () => (isLeft = true) })).isOver);
    assert.ok(isLeft);
    assert.equal((await attempt(act, {})).trouble, codeText("signedOut"));
  });

  it("is one thing at a time, and shows that it is busy", async () => {
    const shown: string[] = [];
    const action: Action = new Action(() => shown.push(`${action.isBusy} ${action.trouble}`), {});
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = action.run(() => promise);
    assert.equal(await action.run(fails(new Error("not run"))), false);
    resolve();
    assert.equal(await first, true);
    assert.equal(await action.run(fails(new Refused("banned"))), false);
    assert.equal(await action.run(() => Promise.resolve()), true);
    assert.deepEqual(shown, ["true ", "false ", "true ", `false ${codeText("banned")}`, "true ", "false "]);
  });
});
