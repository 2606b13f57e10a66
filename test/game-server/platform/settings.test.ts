// The settings: what they become, and what is said about wrong ones.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { StartupError } from "../../../db/errors.ts";
import { readSettings } from "../../../game-server/platform/settings.ts";

describe("settings", () => {
  it("have defaults that need nothing but Node", () => {
    const settings = readSettings({});
    assert.equal(settings.port, 2567);
    assert.equal(settings.host, "0.0.0.0");
    assert.equal(settings.dataDir, resolve("data"));
    assert.equal(settings.databaseUrl, null);
    assert.equal(settings.redisUrl, null);
    assert.equal(settings.operatorPassword, null);
    assert.equal(settings.production, false);
    assert.deepEqual([settings.reconnectSeconds, settings.reconnectTotalSeconds], [30, 60]);
  });

  it("count as not set when they are empty", () => {
    assert.deepEqual(readSettings({ PORT: "", DATABASE_URL: "", OPERATOR_PASSWORD: "" }), readSettings({}));
  });

  it("are read", () => {
    const settings = readSettings({ PORT: "80", PUBLIC_URL: "https://rally.example", NODE_ENV: "production" });
    assert.equal(settings.port, 80);
    assert.equal(settings.publicUrl?.origin, "https://rally.example");
    assert.equal(settings.production, true);
  });

  for (const [name, value, complaint] of [
    ["PORT", "eighty", "must be a number"],
    ["PORT", "70000", "must be 0 to 65535"],
    ["DATABASE_URL", "mysql://x", "must look like postgres://"],
    ["REDIS_URL", "http://x", "must look like redis://"],
    ["PUBLIC_URL", "rally", "must look like https://"],
    ["NODE_ENV", "prod", "must be development, production or test"],
    ["OPERATOR_PASSWORD", "short", "must have 8 characters or more"],
    ["SESSION_SECRET", "short", "must have 16 characters or more"],
    ["SMTP_URL", "mail.example:25", "must look like smtps://"],
    ["MAIL_FROM", "Rally", "must look like Rally <"],
    ["MAIL_FROM", "Rally <a@b>\nBcc: c@d", "must look like Rally <"],
    ["FORTYTWO_URL", "42.fr", "must look like https://"],
    ["FORTYTWO_CLIENT_ID", "half", "also needs FORTYTWO_CLIENT_SECRET"],
    ["FORTYTWO_CLIENT_SECRET", "half", "also needs FORTYTWO_CLIENT_ID"],
    ["LOG_LEVEL", "loud", "must be one of"],
    ["TRUST_PROXY", "-1", "must be 0 or more"],
    ["RECONNECT_SECONDS", "0", "must be above 0"],
    ["PLAY_NOW_POINTS", "2", "must be 3 or more"],
  ] as const) {
    it(`are refused: ${name}=${value}`, () => {
      assert.throws(
        () => readSettings({ [name]: value }),
        (error) => error instanceof StartupError && error.message.startsWith(`The setting ${name} ${complaint}`),
      );
    });
  }
});
