// passport-42 with a state and PKCE, both off by default, and with our own requests (provider.ts).

import type { Request, Response } from "express";
import { Passport } from "passport";
import { type Options, Strategy } from "passport-42";
import { createStateStore } from "./begun.ts";
import {
  createProvider,
  FortyTwoFault,
  type FortyTwoPerson,
  type FortyTwoSettings,
  type Provider,
} from "./provider.ts";

/** More than both of 42's answers may take. */
const LONGEST_MS = 15_000;

export interface FortyTwo {
  /** Sends the browser to 42. @param callbackUrl where 42 sends it back to */
  begin(request: Request, response: Response, callbackUrl: string): Promise<void>;
  /** The person who came back. @throws FortyTwoFault */
  finish(request: Request, response: Response, callbackUrl: string): Promise<FortyTwoPerson>;
}

class BoundedStrategy extends Strategy {
  // Functions on this object and no private members: passport derives its own objects from it.
  constructor(provider: Provider, options: Options) {
    super(options, (_token, _refresh, person, done) => {
      done(null, person);
    });
    // oxlint-disable-next-line no-underscore-dangle -- passport-oauth2 calls it so.
    this._oauth2.getOAuthAccessToken = (code, params, done) => {
      void answer(provider.exchange(code, params), done);
    };
    this.userProfile = (token, done) => {
      void answer(provider.me(token), done);
    };
  }
}

/** What passport does in `done` must not end the server if it throws there; the visitor gets an answer after LONGEST_MS. */
async function answer<T>(work: Promise<T>, done: (error: unknown, value?: T) => void): Promise<void> {
  const [error, value] = await work.then(
    (found): [null, T] => [null, found],
    (fault: unknown): [unknown] => [fault],
  );
  if (error === null) done(null, value);
  else done(error);
}

export function createFortyTwo(settings: FortyTwoSettings, wallClock: () => Date): FortyTwo {
  const provider = createProvider(settings);
  const passport = new Passport();
  const options: Options = {
    clientID: settings.clientId,
    clientSecret: settings.clientSecret,
    authorizationURL: provider.authorizeUrl,
    tokenURL: provider.tokenUrl,
    store: createStateStore(wallClock),
    pkce: true,
  };
  passport.use(new BoundedStrategy(provider, options));

  function authenticate(request: Request, response: Response, callbackURL: string): Promise<FortyTwoPerson> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new FortyTwoFault("nonsense", "nothing came of it"));
      }, LONGEST_MS);
      const end = (error: unknown, person: FortyTwoPerson | false | null | undefined): void => {
        clearTimeout(late);
        if (person) resolve(person);
        else reject(faultOf(error));
      };
      passport.authenticate("42", { session: false, callbackURL } as object, end)(request, response, reject);
    });
  }

  return {
    begin: (request, response, callbackUrl) =>
      new Promise((resolve, reject) => {
        // passport would take it for the callback.
        if ("code" in request.query || "error" in request.query)
          throw new FortyTwoFault("stale", "a code at the start");
        response.once("close", resolve);
        passport.authenticate("42", { session: false, callbackURL: callbackUrl } as object)(request, response, reject);
      }),
    async finish(request, response, callbackUrl) {
      const { error, code } = request.query;
      if (error === "access_denied") throw new FortyTwoFault("refused", "refused at 42");
      if (error !== undefined) throw new FortyTwoFault("down", "42 says that something went wrong");
      // passport would take it for the start.
      if (typeof code !== "string" || code === "") throw new FortyTwoFault("stale", "no code");
      return authenticate(request, response, callbackUrl);
    },
  };
}

function faultOf(error: unknown): FortyTwoFault {
  if (error instanceof FortyTwoFault) return error;
  // passport wraps the error of the code exchange.
  const inner = error instanceof Error && "oauthError" in error ? error.oauthError : null;
  return inner instanceof FortyTwoFault ? inner : new FortyTwoFault("nonsense", "passport gave up", { cause: error });
}
