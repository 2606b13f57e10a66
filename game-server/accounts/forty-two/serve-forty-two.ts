// Signing in with 42, linking and unlinking it: two pages that send the browser to 42 and take it back, and the endpoints of
// schema/http/forty-two.ts. Anything that goes wrong at 42 ends on one of our pages, which says so.

import { type Request, type RequestHandler, type Response, Router } from "express";
import { UserError } from "../../../rooms/user-error.ts";
import * as contract from "../../../schema/http/forty-two.ts";
import { isAway } from "../../http/problems.ts";
import type { Caller, IdentifyRequest } from "../../identity/request-identity.ts";
import { addressKey } from "../../http/rate-limit.ts";
import type { Api } from "../../http/serve.ts";
import type { AuthOptions } from "../options.ts";
import type { Confirm } from "../confirm.ts";
import type { Enter } from "../enter.ts";
import { tell } from "../serve-account.ts";
import { takenMistake } from "../sign-up.ts";
import { findAccount } from "./find-account.ts";
import { FortyTwoFault, type FortyTwoPerson, type FortyTwoSettings } from "./provider.ts";
import { createFortyTwo, type FortyTwo } from "./strategy.ts";

export interface FortyTwoOptions extends AuthOptions {
  /** Null: it is off. */
  readonly fortyTwo: FortyTwoSettings | null;
}

export function serveFortyTwo(api: Api, options: FortyTwoOptions, confirm: Confirm): void {
  const { accounts, fortyTwo, wallClock } = options;

  api.serve(contract.linkFortyTwo, async ({ body, caller: { account }, request }) => {
    if (fortyTwo === null) throw new UserError("fortyTwo.off", {}, 409);
    if (account.fortyTwoId !== null) throw new UserError("fortyTwo.already", {}, 409);
    await confirm(request, account, body.password);
    request.session.fortyTwoLink = { playerId: account.id, since: wallClock().getTime() };
    return { location: "/auth/42" };
  });

  api.serve(contract.unlinkFortyTwo, async ({ body, caller: { account }, request }) => {
    if (account.fortyTwoId === null) throw new UserError("fortyTwo.none", {}, 409);
    if (account.passwordHash === null) throw new UserError("fortyTwo.needsPassword", {}, 409);
    await confirm(request, account, body.password);
    const made = await accounts.change(account.id, { fortyTwoId: null, fortyTwoLogin: null });
    if ("taken" in made) throw takenMistake(made.taken);
    await tell(options, account, { kind: "fortyTwoUnlinked", values: { name: account.name } });
  });
}

/** The two pages, below /auth/42. They need the session. */
export function fortyTwoRoutes(options: FortyTwoOptions, enter: Enter, identifyRequest: IdentifyRequest): Router {
  const { fortyTwo: settings, createLimit, triesPerMinute, wallClock } = options;
  const fortyTwo = settings === null ? null : createFortyTwo(settings, wallClock);
  const tries = createLimit("forty-two", [[triesPerMinute * 2, 60]]);
  const callbackUrl = (request: Request) => `${options.siteOf(request)}/auth/42/callback`;

  /** @param act returns where to redirect to */
  function page(
    act: (fortyTwo: FortyTwo, request: Request, response: Response) => Promise<string | null>,
  ): RequestHandler {
    return async (request, response) => {
      response.set("Cache-Control", "no-store");
      let to: string | null;
      try {
        if (fortyTwo === null) throw new UserError("fortyTwo.off");
        await tries.take(addressKey(request.ip ?? ""));
        to = await act(fortyTwo, request, response);
      } catch (error) {
        const problem = problemOf(options, error);
        const caller = await identifyRequest(request.session).catch(() => null);
        to = `${caller?.account ? "/account" : "/sign-in"}?problem=${problem}`;
      }
      if (to !== null && !response.headersSent) response.redirect(to);
    };
  }

  const router = Router();
  router.get(
    "/",
    page(async (provider, request, response) => {
      await provider.begin(request, response, callbackUrl(request));
      return null;
    }),
  );
  router.get(
    "/callback",
    page(async (provider, request, response) => {
      const link = request.session.fortyTwo?.link ?? null;
      const person = await provider.finish(request, response, callbackUrl(request));
      const caller = await identifyRequest(request.session);
      if (link !== null) return linkTo(options, person, link, caller);
      const { account, made } = await findAccount(options, person, caller);
      if ((await enter.begin(request, account)) === "code") return "/sign-in/code";
      // Their name at 42 was somebody else's: there they choose another one.
      return made === "renamed" ? "/account?note=fortyTwo.renamed" : "/";
    }),
  );
  return router;
}

/** @throws UserError 409 `fortyTwo.taken`; FortyTwoFault when another account has signed in meanwhile */
async function linkTo(options: AuthOptions, person: FortyTwoPerson, playerId: string, caller: Caller | null) {
  const account = caller?.account ?? null;
  if (account === null || account.id !== playerId || account.fortyTwoId !== null)
    throw new FortyTwoFault("stale", "linking was begun as somebody else");
  const change = { fortyTwoId: person.id, fortyTwoLogin: person.login };
  const made = await options.accounts.change(playerId, change);
  if ("taken" in made) throw takenMistake(made.taken);
  await tell(options, account, { kind: "fortyTwoLinked", values: { name: account.name } });
  return "/account";
}

type ProblemCode = (typeof contract.FORTY_TWO_PROBLEMS)[number];

/** What the page says: a code without values, so that no address can make it say anything else. */
function problemOf({ log }: Pick<AuthOptions, "log">, error: unknown): ProblemCode {
  if (error instanceof UserError) {
    const code = error.code.startsWith("fortyTwo.") ? error.code : `fortyTwo.${error.code}`;
    return contract.FORTY_TWO_PROBLEMS.find((known) => known === code) ?? "fortyTwo.bug";
  }
  if (error instanceof FortyTwoFault) {
    const isTheirs = error.kind === "down" || error.kind === "nonsense";
    const cause = error.cause instanceof Error ? error.cause.message : "";
    if (isTheirs) log.warn({ reason: error.message, cause }, "signing in with 42 failed");
    return `fortyTwo.${error.kind}`;
  }
  const isForNow = isAway(error);
  if (isForNow) log.warn({ err: error }, "what signing in with 42 needs is away");
  else log.error({ err: error }, "a bug while signing in with 42");
  return isForNow ? "fortyTwo.away" : "fortyTwo.bug";
}
