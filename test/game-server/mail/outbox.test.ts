// Without a mail server: a mail that is ordered lies in the outbox, whole, once, and its links are in no log line.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { createJobs } from "../../../db/repositories/jobs.ts";
import { createSealer } from "../../../game-server/platform/seal.ts";
import { createOutbox } from "../../../game-server/mail/outbox.ts";
import { renderMail } from "../../../game-server/mail/render.ts";
import { createMail, type Post } from "../../../game-server/mail/feature.ts";
import { createOrderJob } from "../../../game-server/platform/jobs/orders.ts";
import { startWorker } from "../../../game-server/platform/jobs/worker.ts";
import { onDatabase } from "../../support/databases.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { createKeptLog } from "../../support/kept-log.ts";
import { sampleMails } from "../../support/sample-mails.ts";
import { until } from "../../support/until.ts";

const PATIENCE_MS = 30_000;
const FROM = "Rally <rally@mail.example>";

function mailsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".eml"));
}

onDatabase("mail without a server", (database) => {
  let dataDir = "";
  let stop = async (): Promise<void> => {};
  afterEach(async () => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  function openMail(log: Logger): Post {
    const jobs = createJobs(database().orm);
    const sealer = createSealer("a test's");
    const settings = { smtpUrl: null, mailFrom: FROM, dataDir };
    const mail = createMail({ settings, log, orderJob: createOrderJob(jobs, sealer) });
    const worker = startWorker({ jobs, sealer, handlers: mail.jobs, log });
    stop = () => worker.stop();
    return mail.post;
  }

  it("becomes a file for the owner only, and a line in the log without its link", async () => {
    dataDir = temporaryFolder();
    const { log, lines } = createKeptLog();
    const post = openMail(log);
    const link = "https://rally.example/verify?token=verysecret";
    await post.send({ to: "ada@example.org", kind: "verifyEmail", values: { name: "Adä <b>", link } });
    await until(() => lines.length > 0, PATIENCE_MS, "the mail is there");
    const [name] = mailsIn(dataDir);
    assert.match(name!, /^outbox\/\d{4}-\d\d-\d\dT[\d-]+Z-verifyEmail-[\da-f-]{36}\.eml$/u);
    const path = join(dataDir, name!);
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal(statSync(join(dataDir, "outbox")).mode & 0o777, 0o700);
    const text = readFileSync(path, "utf8");
    assert.match(text, /^From: Rally <rally@mail\.example>\r$/mu);
    assert.match(text, /^To: ada@example\.org\r$/mu);
    assert.match(text, /^Subject: Verify your email address\r$/mu);
    assert.match(text, /^Message-ID: <[\da-f-]{36}@mail\.example>\r$/mu);
    assert.match(text, /^Content-Type: text\/plain; charset=utf-8\r$/mu);
    assert.match(text, /^Content-Type: text\/html; charset=utf-8\r$/mu);
    assert.ok(text.replaceAll("=\r\n", "").includes(link.replace("=", "=3D")));
    const [line, ...more] = lines;
    assert.deepEqual(more, []);
    assert.deepEqual([line?.level, line?.["to"], line?.["path"]], ["info", "ada@example.org", path]);
    assert.ok(!JSON.stringify(lines).includes("verysecret"));
  });

  it("is one file for orders of the same key, and one each for all others", async () => {
    dataDir = temporaryFolder();
    const { log, lines } = createKeptLog();
    const post = openMail(log);
    const orders = sampleMails("Ada").map((sample) => ({ ...sample, to: "ada@example.org" }));
    for (const order of orders) await post.send(order, { key: `outbox ${order.kind}` });
    for (const order of orders) await post.send(order, { key: `outbox ${order.kind}` });
    await until(() => lines.length >= orders.length, PATIENCE_MS, "all are there");
    assert.equal(mailsIn(dataDir).length, orders.length);
    assert.equal(lines.length, orders.length);
  });
});

describe("the outbox", () => {
  let folder = "";
  before(() => {
    folder = temporaryFolder();
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const [sample] = sampleMails("Ada");
  const mail = {
    ...renderMail(sample!, "en"),
    id: "9f0b6fb2-5e0b-4d5b-9d3d-5b8f6b0a9c11",
    kind: "verifyEmail",
    to: "ada@example.org, eve@example.org",
    createdAt: new Date("2026-11-24T12:00:00.250Z"),
  };

  it("has a mail once that is delivered twice, under one name", async () => {
    const outbox = createOutbox(join(folder, "twice"), FROM, createKeptLog().log);
    for (let n = 0; n < 2; n++) await outbox.deliver(mail, new AbortController().signal);
    assert.deepEqual(readdirSync(join(folder, "twice")), [`2026-11-24T12-00-00-250Z-verifyEmail-${mail.id}.eml`]);
  });

  it("takes an address for one address", async () => {
    const outbox = createOutbox(join(folder, "one"), FROM, createKeptLog().log);
    await outbox.deliver(mail, new AbortController().signal);
    const [name] = readdirSync(join(folder, "one"));
    assert.doesNotMatch(readFileSync(join(folder, "one", name!), "utf8"), /^To: ada@example\.org, eve@/mu);
  });

  it("leaves nothing behind where a mail cannot be written", async () => {
    const outbox = createOutbox(join(folder, "full"), FROM, createKeptLog().log);
    mkdirSync(join(folder, "full"));
    // A folder where the file should be.
    const name = `2026-11-24T12-00-00-250Z-verifyEmail-${mail.id}.eml`;
    mkdirSync(join(folder, "full", name));
    writeFileSync(join(folder, "full", name, "x"), "");
    await assert.rejects(outbox.deliver(mail, new AbortController().signal));
    assert.deepEqual(readdirSync(join(folder, "full")), [name]);
  });
});
