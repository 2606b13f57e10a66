// An account's life in the browser: signing up, verifying, a second step, a forgotten password, its browsers, other names. Every
// page on the way is fit for all.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { TOTP } from "otpauth";
import { assertFitForAll, LAPTOP } from "../support/accessibility.ts";
import { type BorrowedBrowser, borrowChromium } from "../support/chromium.ts";
import { mailTo } from "../support/outbox.ts";
import { openWindow, type PlayerWindow } from "../support/player-window.ts";
import { serverComplaints } from "../support/server-complaints.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { until } from "../support/until.ts";

const EMAIL = "ada@mail.example";
const PASSWORD = "correct horse battery";
const NEW_PASSWORD = "staple of another kind";
const STEP_MS = 30_000;
/** What is refused on the way stands in Chromium's console; and a mailed link does not tell the login name. */
const EXPECTED = /username fields|(?:^|status of )4(?:0[0349]|10|22)\b/u;

describe("an account", () => {
  let browser: BorrowedBrowser | null = null;
  let server: TestServer;
  let visitor: PlayerWindow;
  let page: Page;
  let password = PASSWORD;
  let [login, secret] = ["ada", ""];
  let recovery: string[] = [];
  /** The step of the last code: each code works once. */
  let lastStep = 0;

  before(async function () {
    browser = await borrowChromium();
    if (browser === null) return this.skip();
    server = await startServer();
    visitor = await openWindow(browser, server.url, { size: LAPTOP, calm: true });
    page = visitor.page;
  });

  after(async () => {
    await visitor?.close();
    await browser?.close();
    const complaints = server === undefined ? [] : serverComplaints(server);
    await server?.remove();
    const unexpected = visitor?.complaints.filter((one) => !EXPECTED.test(one)) ?? [];
    assert.deepEqual([...unexpected, ...complaints], []);
  });

  it("is made of a guest, and says where a mail was sent", async () => {
    await page.getByLabel("Your name").fill("Ada");
    await page.getByRole("button", { name: "Play now" }).click();
    await page.getByRole("link", { name: "Cancel" }).click();
    await page.getByRole("link", { name: "Sign up" }).click();
    await heading("Sign up");
    await page.getByText("Everything you've played as Ada stays yours").waitFor();
    assert.equal(await page.getByLabel("Display name").inputValue(), "Ada");
    await assertFitForAll(page);
    await press("Create account");
    await page.getByText("Please fill this in.").first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "login");
    await page.getByLabel("Login name").fill(login);
    await page.locator("#email").fill(EMAIL);
    await page.locator("#new-password").fill("password");
    await page.locator("#new-password").press("Enter");
    await page.getByText("one of the first that anyone would try").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), "new-password");
    await assertFitForAll(page);
    await page.locator("#new-password").fill(password);
    await press("Create account");
    await page.getByText(`We sent an email to ${EMAIL}`).waitFor();
    await page.getByText("Playing as").waitFor();
    await assertFitForAll(page);
  });

  it("verifies its address by the mail", async () => {
    await page.reload();
    await page.getByRole("button", { name: "Send it again" }).waitFor();
    await assertFitForAll(page);
    const { link } = await mailTo(server.storage.dataDir, EMAIL, "verifyEmail");
    await page.goto(link);
    await heading("Your address is verified");
    assert.equal(new URL(page.url()).hash, "");
    await assertFitForAll(page);
    await page.reload();
    await heading("That didn't work");
    await assertFitForAll(page);
  });

  it("turns a second step on", async () => {
    await openAccount();
    await assertFitForAll(page);
    await press("Set up the app");
    await inDialog("not the password");
    await page.getByText("That's not your password.").waitFor();
    await assertFitForAll(page);
    await inDialog(password);
    secret = (await page.locator(".factor-key").innerText()).replaceAll(" ", "");
    await assertFitForAll(page);
    await page.locator("#code").fill(await nextCode());
    await press("Turn on");
    await page.getByRole("heading", { name: "Your recovery codes" }).waitFor();
    recovery = await page.locator(".recovery li").allInnerTexts();
    assert.equal(recovery.length, 10);
    await assertFitForAll(page);
    await press("I've saved them");
    await page.getByText("On, with an authenticator app").waitFor();
    await assertFitForAll(page);
  });

  it("signs out, and in again with a code", async () => {
    await signOut();
    await signIn();
    await assertFitForAll(page);
    await page.locator("#code").fill(await nextCode());
    await press("Continue");
    await page.getByText("Playing as").waitFor();
  });

  it("signs in with a recovery code, once, and returns to where it was", async () => {
    await signOut();
    await page.goto(`${server.url}/account`);
    await heading("Sign in");
    await signIn();
    await press("Use a recovery code");
    await assertFitForAll(page);
    await page.locator("#recovery-code").fill(recovery[0]!.toLowerCase());
    await press("Continue");
    await heading("Your account");
    await page.getByText("9 recovery codes left.").waitFor();
    await signOut();
    await signIn();
    await press("Use a recovery code");
    await page.locator("#recovery-code").fill(recovery[0]!);
    await press("Continue");
    await page.getByText("That code is wrong or has expired.").waitFor();
  });

  it("gets a new password by mail, and is still asked for the second step", async () => {
    await page.goto(`${server.url}/sign-in`);
    await assertFitForAll(page);
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await heading("Forgot your password?");
    await assertFitForAll(page);
    await page.locator("#email").fill(EMAIL);
    await press("Send link");
    await heading("Check your inbox");
    await assertFitForAll(page);
    const { link } = await mailTo(server.storage.dataDir, EMAIL, "resetPassword");
    await page.goto(link);
    await heading("Set a new password");
    assert.equal(new URL(page.url()).hash, "");
    await assertFitForAll(page);
    password = NEW_PASSWORD;
    await page.locator("#new-password").fill(password);
    await press("Set password");
    await page.getByText("Your password has been changed. Sign in with it now.").waitFor();
    await signIn();
    await press("Use a recovery code");
    await page.locator("#recovery-code").fill(recovery[1]!);
    await press("Continue");
    await page.getByText("Playing as").waitFor();
  });

  it("sees its browsers, and signs one of them out", async () => {
    const other = await openWindow(browser!, `${server.url}/sign-in`, { size: LAPTOP, calm: true });
    await signIn(other.page);
    await press("Use a recovery code", other.page);
    await other.page.locator("#recovery-code").fill(recovery[2]!);
    await press("Continue", other.page);
    await other.page.getByText("Playing as").waitFor();
    await openAccount();
    await page.getByText("This browser", { exact: true }).waitFor();
    const others = page.locator(".devices li").filter({ hasText: "Last used" });
    assert.equal(await others.count(), 1);
    await assertFitForAll(page);
    await others.getByRole("button").click();
    await page.getByText(/is signed out\./u).waitFor();
    await other.page.reload();
    await other.page.getByRole("link", { name: "Sign in" }).waitFor();
    await other.close();
  });

  it("changes its names and its address with the password", async () => {
    await openAccount();
    await change("Display name", "#display-name", "Ada L");
    await page.getByText("Others now see you as Ada L.").waitFor();
    await page.locator(".top-account", { hasText: "Ada L" }).waitFor();
    await change("Login name", "#login", "ada.l");
    await page.getByText("You now sign in as ada.l.").waitFor();
    login = "ada.l";
    await change("Email", "#email", "ada.l@mail.example");
    await page.getByText("We sent an email to ada.l@mail.example.").waitFor();
    await assertFitForAll(page);
    const { link } = await mailTo(server.storage.dataDir, "ada.l@mail.example", "verifyEmail");
    await page.goto(link);
    await heading("Your address is verified");
    await openAccount();
    await page.getByText("ada.l@mail.example", { exact: true }).waitFor();
  });

  it("tells what it is and to whom", async () => {
    await page.locator("#about").fill("I play on trains.");
    await page.locator("#country").selectOption("FI");
    await page.locator("#profile").getByRole("button", { name: "Save" }).click();
    await page.locator("#profile").getByText("Saved.").waitFor();
    await page.getByRole("group", { name: "Who can see my matches" }).getByText("Friends").click();
    await page.locator("#privacy").getByText("Saved.").waitFor();
    await page.reload();
    await heading("Your account");
    assert.equal(await page.locator("#about").inputValue(), "I play on trains.");
    assert.equal(await page.locator("#country").inputValue(), "FI");
    assert.ok(await page.getByRole("group", { name: "Who can see my matches" }).getByLabel("Friends").isChecked());
  });

  it("turns the second step off, and signs out everywhere", async () => {
    await press("Turn off");
    await page.locator("dialog #code").fill(recovery[3]!);
    await assertFitForAll(page);
    await inDialog(password);
    await page.getByText("Two-factor sign-in is off.").waitFor();
    await page.locator("#devices").getByRole("button", { name: "Sign out everywhere" }).click();
    await page.locator("dialog").getByRole("button", { name: "Sign out everywhere" }).click();
    await page.getByText("You're signed out.").waitFor();
    await page.getByLabel("Your name").waitFor();
  });

  function heading(name: string, where = page): Promise<void> {
    return where.getByRole("heading", { name, exact: true }).waitFor();
  }

  function press(name: string, where = page): Promise<void> {
    return where.getByRole("button", { name, exact: true }).click();
  }

  async function openAccount(): Promise<void> {
    await page.locator(".top-account").click();
    await page.getByRole("link", { name: "Account", exact: true }).click();
    await heading("Your account");
  }

  async function signOut(): Promise<void> {
    await page.locator(".top-account").click();
    await page.locator("#account-menu").getByRole("button", { name: "Sign out" }).click();
    await page.getByText("You're signed out.").waitFor();
  }

  /** As far as the code. */
  async function signIn(where = page): Promise<void> {
    if (new URL(where.url()).pathname !== "/sign-in") await where.goto(`${server.url}/sign-in`);
    await heading("Sign in", where);
    await where.locator("#login").fill(login);
    await where.locator("#password").fill(password);
    await press("Sign in", where);
    await heading("One more step", where);
  }

  async function inDialog(text: string): Promise<void> {
    await page.locator("dialog #password").fill(text);
    await page.locator("dialog button[type=submit]").click();
  }

  async function change(label: string, field: string, text: string): Promise<void> {
    await press(`Change: ${label}`);
    await page.locator(`.account-row-form ${field}`).fill(text);
    await page.locator(`.account-row-form ${field}`).press("Enter");
    await inDialog(password);
  }

  /** A code of a step that none was taken of yet; the server takes those of the next step, too. */
  async function nextCode(): Promise<string> {
    const step = (): number => Math.floor(Date.now() / STEP_MS);
    await until(() => step() + 1 > lastStep, STEP_MS * 2, "the next code");
    lastStep = Math.max(step(), lastStep + 1);
    return new TOTP({ secret }).generate({ timestamp: lastStep * STEP_MS });
  }
});
