// Signing in by (a fake) 42 in the browser, choosing a picture, and a second step by mail.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { type FakeFortyTwo, startFakeFortyTwo } from "../../scripts/fake-forty-two/server.ts";
import { PASSWORD, signUp, verify } from "../support/account.ts";
import { assertFitForAll, LAPTOP } from "../support/accessibility.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { noise } from "../support/images.ts";
import { mailTo } from "../support/outbox.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { until } from "../support/until.ts";

const CLIENT = { clientId: "rally-test", clientSecret: "a secret of the test's own" };
const EMAIL = "grace@mail.example";
const PATIENCE_MS = 30_000;
/** Mailed links do not tell the login name, and a wrong code is refused. */
const EXPECTED = /username fields|(?:^|status of )4(?:0[0349]|22|29)\b/u;

describe("42, a picture and codes by mail", () => {
  let browser: BorrowedBrowser | null = null;
  let fake: FakeFortyTwo;
  let server: TestServer;
  let visitor: PlayerWindow;
  let page: Page;

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    fake = await startFakeFortyTwo({ ...CLIENT, port: 0 });
    const env = {
      FORTYTWO_CLIENT_ID: CLIENT.clientId,
      FORTYTWO_CLIENT_SECRET: CLIENT.clientSecret,
      FORTYTWO_URL: fake.url,
    };
    server = await startServer({ env });
    visitor = await openWindow(browser, `${server.url}/sign-in`, { size: LAPTOP, calm: true });
    page = visitor.page;
  });

  after(async () => {
    await visitor?.close();
    await browser?.close();
    const complaints = server === undefined ? [] : serverComplaints(server);
    await server?.remove();
    await fake?.close();
    const unexpected = visitor?.complaints.filter((one) => !EXPECTED.test(one)) ?? [];
    assert.deepEqual([...unexpected, ...complaints], []);
  });

  it("says what came of it when somebody refuses at 42", async () => {
    await page.getByRole("link", { name: "Sign in with 42" }).waitFor();
    await assertFitForAll(page);
    await page.getByRole("link", { name: "Sign in with 42" }).click();
    await page.getByRole("heading", { name: "Fake 42" }).waitFor();
    await page.getByRole("link", { name: "Refuse" }).click();
    await page.getByText("so nothing has changed").waitFor();
    await assertFitForAll(page);
  });

  it("makes an account the first time, and finds it the next time", async () => {
    await signInWith42("jdoe");
    await page.getByText("Playing as").waitFor();
    await page.locator(".top-account", { hasText: "jdoe" }).waitFor();
    await signOut();
    await page.goto(`${server.url}/sign-in`);
    await signInWith42("jdoe");
    await page.locator(".top-account", { hasText: "jdoe" }).waitFor();
    await openAccount();
    await page.getByText("Linked with jdoe at 42.").waitFor();
    await assertFitForAll(page);
  });

  it("shows the picture that was chosen", async () => {
    await page.locator("input[type=file]").setInputFiles({
      name: "<img src=x onerror=alert(1)>.png",
      mimeType: "image/png",
      buffer: await noise("png", 400),
    });
    await page.getByRole("button", { name: "Use this picture" }).click();
    await page.getByText("Your picture has been saved.").waitFor();
    await assertFitForAll(page);
    const source = await page.locator(".top-account img").getAttribute("src");
    assert.match(source ?? "", /^\/avatars\/[\w-]{22}-(?:64|256|512)\.webp$/u);
    const width = await page.locator(".top-account img").evaluate((image) => (image as HTMLImageElement).naturalWidth);
    assert.ok(width > 0);
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await page.getByText("Your picture has been removed.").waitFor();
  });

  it("says kindly that a name was taken, and offers to change it", async () => {
    await signUp(server.url, { login: "mlee", name: "mlee" });
    await signOut();
    await page.goto(`${server.url}/sign-in`);
    await signInWith42("mlee");
    await page.getByRole("heading", { name: "Your account" }).waitFor();
    await page.getByText("mlee-2", { exact: true }).waitFor();
    await page.getByText("mlee 2", { exact: true }).first().waitFor();
    await assertFitForAll(page);
  });

  it("links an account that has a password, and signs it in by 42, with its second step by mail", async () => {
    const account = await signUp(server.url, { login: "grace", name: "Grace" });
    await verify(account, server.storage.dataDir);
    await signOut();
    await page.goto(`${server.url}/sign-in`);
    await page.locator("#login").fill("grace");
    await page.locator("#password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.locator(".top-account", { hasText: "Grace" }).waitFor();
    await openAccount();
    await page.getByRole("button", { name: "Link 42" }).click();
    await giveInDialog(PASSWORD);
    await page.getByRole("link", { name: "asmith" }).click();
    await page.getByText("Linked with asmith at 42.").waitFor();

    await page.getByRole("button", { name: "Get codes by email" }).click();
    await giveInDialog(PASSWORD);
    const { code } = await mailTo(server.storage.dataDir, EMAIL, "signInCode");
    await page.locator("#code").fill(code);
    await page.getByRole("button", { name: "Turn on" }).click();
    await page.getByRole("heading", { name: "Your recovery codes" }).waitFor();
    const [recovery = ""] = await page.locator(".recovery li").allInnerTexts();
    await page.getByRole("button", { name: "I've saved them" }).click();
    await assertFitForAll(page);

    await signOut();
    await page.goto(`${server.url}/sign-in`);
    await signInWith42("asmith");
    await page.getByRole("heading", { name: "One more step" }).waitFor();
    await assertFitForAll(page);
    await page.getByRole("button", { name: "Use a recovery code" }).click();
    await page.locator("#recovery-code").fill(recovery);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.locator(".top-account", { hasText: "Grace" }).waitFor();
  });

  async function signInWith42(login: string): Promise<void> {
    await page.getByRole("link", { name: "Sign in with 42" }).click();
    await page.getByRole("link", { name: login, exact: true }).click();
    await until(() => new URL(page.url()).origin === server.url, PATIENCE_MS, "the way back from 42");
  }

  async function openAccount(): Promise<void> {
    await page.locator(".top-account").click();
    await page.getByRole("link", { name: "Account", exact: true }).click();
    await page.getByRole("heading", { name: "Your account" }).waitFor();
  }

  async function signOut(): Promise<void> {
    await page.locator(".top-account").click();
    await page.locator("#account-menu").getByRole("button", { name: "Sign out" }).click();
    await page.getByText("You're signed out.").waitFor();
  }

  async function giveInDialog(text: string): Promise<void> {
    await page.locator("dialog #password").fill(text);
    await page.locator("dialog button[type=submit]").click();
  }
});
