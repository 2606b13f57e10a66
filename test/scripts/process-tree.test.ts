// What a process has cost counts those whom nobody waits for, too.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { ProcessTree } from "../../scripts/testing/process-tree.ts";
import { until } from "../support/until.ts";

const PATIENCE_MS = 20_000;
const BURN = "while (process.cpuUsage().user < 400_000) for (let n = 0; n < 1e6; n++);";
/** Starts a child that burns 0.4 s and tells when it is through, and does not wait for it. */
const PARENT = `
  const burn = ${JSON.stringify(`${BURN} console.log("burnt"); setInterval(() => {}, 1000);`)};
  const child = require("node:child_process").spawn(process.execPath, ["-e", burn], { stdio: "inherit", detached: true });
  console.log("begun " + child.pid);`;

describe("the CPU of a process and all that it started", () => {
  let cpu: ProcessTree;
  beforeEach(() => {
    cpu = new ProcessTree(process.pid);
  });
  afterEach(() => cpu.stop());

  it("is its own", () => {
    const before = cpu.seconds();
    const from = process.cpuUsage();
    for (let n = 0, sum = 0; n < 3e8; n++) sum += n % 7;
    const { user, system } = process.cpuUsage(from);
    const more = cpu.seconds() - before;
    assert.ok(Math.abs(more - (user + system) / 1e6) < 0.1, `${more} s`);
  });

  it("is that of a child which has ended", async () => {
    const before = cpu.seconds();
    await once(spawn(process.execPath, ["-e", BURN]), "exit");
    assert.ok(cpu.seconds() - before > 0.35);
  });

  it("is that of a grandchild which outlives its parent, and stays when it is killed", async () => {
    const before = cpu.seconds();
    const parent = spawn(process.execPath, ["-e", PARENT], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    parent.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    const grandchild = (): number => Number(/begun (\d+)/u.exec(said)?.[1] ?? 0);
    await until(() => grandchild() > 0, PATIENCE_MS, "a grandchild is there");
    cpu.seconds();
    parent.kill("SIGKILL");
    await until(() => said.includes("burnt"), PATIENCE_MS, "it has worked");
    const lived = cpu.seconds() - before;
    process.kill(grandchild(), "SIGKILL");
    await once(parent, "close");
    assert.ok(lived > 0.35, `${lived} s`);
    const after = cpu.seconds() - before;
    assert.ok(after >= lived, `${after} s after ${lived} s`);
  });

  it("never falls", async () => {
    const seen: number[] = [];
    const children = Array.from({ length: 2 }, () => spawn(process.execPath, ["-e", BURN]));
    const ends = children.map((child) => once(child, "exit"));
    let isOver = false;
    void Promise.all(ends).then(() => (isOver = true));
    await until(() => (seen.push(cpu.seconds()), isOver), PATIENCE_MS, "the children end");
    seen.push(cpu.seconds());
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => a - b),
    );
  });
});
