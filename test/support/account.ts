// Somebody with an account: signs up over HTTP as a browser does, and makes requests as that browser.

import { randomBytes } from "node:crypto";
import { MeReply, type Player } from "../../schema/http/guests.ts";
import { type Answer, visit, type Visitor } from "./browser-like.ts";
import { mailTo } from "./outbox.ts";

export const PASSWORD = "correct horse battery";

export interface TestAccount extends Visitor {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly email: string;
}

/** @param given what the test minds; the rest is made up @throws Error when it is refused */
export async function signUp(
  url: string,
  given: { readonly login?: string; readonly name?: string; readonly visitor?: Visitor } = {},
): Promise<TestAccount> {
  const visitor = given.visitor ?? visit(url);
  // Letters and digits that no two keys mistake for each other.
  const word = [...randomBytes(10)].map((byte) => "abcdefghjkpqstxyz"[byte % 17]).join("");
  const login = given.login ?? word;
  const name = given.name ?? `P ${word}`;
  const email = `${login}@mail.example`;
  const answer = await visitor.post("/api/sign-up", { login, name, email, password: PASSWORD });
  const player = requirePlayer(answer);
  return { ...visitor, id: player.id, login, name, email };
}

/** Follows the link in the mail that the server has put into its outbox. */
export async function verify(account: TestAccount, dataDir: string): Promise<void> {
  const { link } = await mailTo(dataDir, account.email, "verifyEmail");
  const answer = await account.post("/api/email/verify", { token: new URL(link).hash.slice(1) });
  if (answer.status !== 204) throw new Error(`not verified: ${answer.status} ${JSON.stringify(answer.body)}`);
}

export function signIn(visitor: Visitor, login: string, password = PASSWORD): Promise<Answer> {
  return visitor.post("/api/sign-in", { login, password });
}

function requirePlayer({ status, body }: Answer): Player {
  const player = status === 200 ? MeReply.parse(body).player : null;
  if (player === null) throw new Error(`no account: ${status} ${JSON.stringify(body)}`);
  return player;
}

/** Status and code of an answer: [403, "signIn.wrong"]. */
export function refusal({ status, body }: Answer): [status: number, code: string | undefined] {
  return [status, (body as { error?: { code?: string } } | null)?.error?.code];
}
