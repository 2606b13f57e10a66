// A match through nginx: pings pass it, so that the server measures the line as it is, and knows where a player comes from.

import assert from "node:assert/strict";
import { createGuest } from "../../support/guest.ts";
import { type Nginx, nginxProgram, startNginx } from "../../support/nginx.ts";
import { type Player, seatTwo } from "../../support/player.ts";
import { reserve } from "../../support/raw-player.ts";
import { startServer, type TestServer } from "../../support/server.ts";
import { until } from "../../support/until.ts";

const PATIENCE_MS = 30_000;

describe("a match through nginx", () => {
  let server: TestServer | null = null;
  let nginx: Nginx | null = null;
  let players: readonly Player[] = [];
  before(async function () {
    if (nginxProgram() === null) return this.skip();
    server = await startServer({ env: { TRUST_PROXY: "1", JOINS_PER_MINUTE: "12" } });
    nginx = await startNginx(server.url);
  });
  after(async () => {
    for (const player of players) player.quit();
    await nginx?.stop();
    await server?.remove();
  });

  it("is measured by the pings that the players' sockets answer", async () => {
    const { url } = nginx!;
    const guests = [await createGuest(url), await createGuest(url)] as const;
    players = await seatTwo(guests, await guests[0].invite({ pointsToWin: 21, twoClear: false }));
    const [first] = players;
    const measured = (): boolean => first!.status.seats.every(({ quality }) => quality !== "unknown");
    await until(measured, PATIENCE_MS, "both lines are measured");
    for (const { roundTripMs, quality } of first!.status.seats) {
      // Known only once pings are answered; what is hardly longer than nothing is shown as 0. Two hops on a machine that may be busy.
      assert.ok(quality !== "silent" && roundTripMs < 250, `${quality}, ${roundTripMs} ms`);
    }
    const moments = first!.moments;
    await until(() => first!.moments > moments + 3, PATIENCE_MS, "they play");
    assert.deepEqual(first!.connections, ["live"]);
  });

  it("counts joins by the address that nginx tells, not by what a client says of itself", async () => {
    const { headers } = await createGuest(nginx!.url);
    const asked = Array.from({ length: 20 }, (_, at) =>
      reserve(nginx!.url, "join/queue", { ...headers, "x-forwarded-for": `192.0.2.${at}` }),
    );
    const refused = (await Promise.all(asked)).filter((answer) => "status" in answer && answer.status === 429);
    assert.ok(refused.length >= 8, `${refused.length} of 20 are refused`);
  });
});
