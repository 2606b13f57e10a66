// A real mail server takes what was ordered: also one that refuses at first, that wants a password, that says nothing.

import assert from "node:assert/strict";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { SMTPServer } from "smtp-server";
import { Job } from "../../../db/entities/job.ts";
import { createJobs } from "../../../db/repositories/jobs.ts";
import { createOrderJob } from "../../../game-server/platform/jobs/orders.ts";
import { startWorker, type Worker } from "../../../game-server/platform/jobs/worker.ts";
import { createPost, MAIL_JOB, type Post, createDeliver } from "../../../game-server/mail/post.ts";
import { createSmtp } from "../../../game-server/mail/smtp.ts";
import { onDatabase } from "../../support/databases.ts";
import { rows, sealer, untilEnded } from "../../support/jobs-at-work.ts";
import { createKeptLog, type KeptLine } from "../../support/kept-log.ts";
import { until } from "../../support/until.ts";

const PATIENCE_MS = 30_000;
const ORDER = { to: "ada@example.org", kind: "signInCode", values: { name: "Ada", code: "491827" } } as const;

interface Received {
  readonly from: string;
  readonly to: string[];
  readonly user: string;
  readonly text: string;
}

interface MailServer {
  readonly url: (credentials?: string) => URL;
  readonly received: readonly Received[];
  /** How many mails were begun, refused ones too. */
  begun: number;
  close(): Promise<void>;
}

/** @param refusals how many mails it refuses for now before it takes one */
async function startMailServer(refusals: number, wantsPassword = false): Promise<MailServer> {
  const received: Received[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: !wantsPassword,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, callback) => {
      if (password === "p@ss:word") callback(null, { user: username });
      else callback(new Error("wrong password"));
    },
    onData: (stream, { envelope, user }, callback) => {
      server.begun++;
      let text = "";
      stream.setEncoding("utf8");
      stream.on("data", (part: string) => {
        text += part;
      });
      stream.on("end", () => {
        if (server.begun <= refusals) return callback(Object.assign(new Error("not now"), { responseCode: 451 }));
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        received.push({ from, to: envelope.rcptTo.map(({ address }) => address), user: String(user ?? ""), text });
        callback();
      });
    },
  });
  smtp.on("error", () => {});
  const tcp = smtp.listen(0, "127.0.0.1");
  await new Promise<void>((resolve) => {
    tcp.once("listening", resolve);
  });
  const { port } = tcp.address() as AddressInfo;
  const server: MailServer = {
    received,
    begun: 0,
    url: (credentials = "") => new URL(`smtp://${credentials}127.0.0.1:${port}`),
    close: () =>
      new Promise((resolve) => {
        smtp.close(resolve);
      }),
  };
  return server;
}

onDatabase("mail by a mail server", (database) => {
  let worker: Worker;
  let server: MailServer | null = null;
  let silent: Server | null = null;
  afterEach(async () => {
    await worker.stop();
    await server?.close();
    silent?.close();
    [server, silent] = [null, null];
    await database().orm.em.fork().nativeDelete(Job, {});
  });

  function startPost(url: URL, longestRunMs = PATIENCE_MS): { post: Post; lines: readonly KeptLine[] } {
    const { log, lines } = createKeptLog();
    const jobs = createJobs(database().orm);
    const handlers = { [MAIL_JOB]: createDeliver(createSmtp(url, "Rally <rally@mail.example>")) };
    const times = { lookEveryMs: 10, longestRunMs, waitAfterMs: () => 20 };
    worker = startWorker({ jobs, sealer, handlers, log, times });
    return { post: createPost(createOrderJob(jobs, sealer)), lines };
  }

  it("arrives, with text and HTML, from and to whom it should", async () => {
    server = await startMailServer(0);
    const { post, lines } = startPost(server.url());
    await post.send(ORDER);
    const [job] = await untilEnded(database(), 1);
    const [mail, ...more] = server.received;
    assert.deepEqual(more, []);
    assert.deepEqual([mail?.from, mail?.to], ["rally@mail.example", ["ada@example.org"]]);
    assert.ok(mail?.text.includes(`Message-ID: <${job?.id}@mail.example>`));
    assert.match(mail?.text ?? "", /multipart\/alternative/u);
    assert.match(mail?.text ?? "", /491827/u);
    assert.deepEqual(lines, []);
  });

  it("arrives once where it is refused at first, and by the same name each time", async () => {
    server = await startMailServer(2);
    const { post, lines } = startPost(server.url());
    await post.send(ORDER);
    const [job] = await untilEnded(database(), 1);
    assert.deepEqual([job?.status, job?.attempts, server.begun, server.received.length], ["done", 3, 3, 1]);
    assert.equal(lines.length, 2);
    assert.ok(lines.every(({ reason }) => String(reason).includes("451")));
    assert.ok(!JSON.stringify(lines).includes("491827"));
  });

  it("arrives where a password is wanted", async () => {
    server = await startMailServer(0, true);
    const { post } = startPost(server.url("rally:p%40ss%3Aword@"));
    await post.send(ORDER);
    await untilEnded(database(), 1);
    assert.equal(server.received[0]?.user, "rally");
  });

  it("waits where the password is wrong or nobody listens, and shows it to nobody", async () => {
    server = await startMailServer(0, true);
    const { post, lines } = startPost(server.url("rally:wrongword@"));
    await post.send(ORDER);
    await until(() => lines.length > 1, PATIENCE_MS, "it failed");
    const [job] = await rows(database());
    assert.equal(job?.status, "waiting");
    assert.equal(server.received.length, 0);
    assert.ok(!JSON.stringify([lines, job]).includes("wrongword"));
  });

  it("does not wait for ever for a server that says nothing", async () => {
    silent = createServer(() => {}).listen(0, "127.0.0.1");
    await new Promise((resolve) => silent?.once("listening", resolve));
    const { port } = silent.address() as AddressInfo;
    const { post, lines } = startPost(new URL(`smtp://127.0.0.1:${port}`), 100);
    await post.send(ORDER);
    await until(() => lines.length > 1, PATIENCE_MS, "it failed");
    assert.equal((await rows(database()))[0]?.status, "waiting");
  });
});

describe("a mail server that is elsewhere", () => {
  it("does not get the password over a connection that is not encrypted", async () => {
    const server = await startMailServer(0, true);
    try {
      // A name of this machine that does not say so.
      const url = server.url("rally:p%40ss%3Aword@");
      url.hostname = "127.0.0.2";
      const elsewhere = createServer((socket) => {
        const { port } = server.url();
        const inner = connect(Number(port), "127.0.0.1");
        socket.pipe(inner).pipe(socket);
        for (const end of [socket, inner]) end.on("error", () => {});
      }).listen(0, "127.0.0.2");
      await new Promise((resolve) => elsewhere.once("listening", resolve));
      url.port = String((elsewhere.address() as AddressInfo).port);
      const mail = { subject: "s", text: "t", html: "<p>t</p>", id: "1", kind: "k", to: "ada@example.org" };
      const smtp = createSmtp(url, "rally@mail.example");
      await assert.rejects(smtp.deliver({ ...mail, createdAt: new Date() }, new AbortController().signal), /TLS/u);
      assert.equal(server.received.length, 0);
      elsewhere.close();
    } finally {
      await server.close();
    }
  });
});
