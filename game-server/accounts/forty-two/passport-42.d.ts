// The package ships no types. The part we use: passport-oauth2's strategy with the addresses of 42.

declare module "passport-42" {
  import type { Request } from "express";
  import type { Strategy as PassportStrategy } from "passport";

  type Done<T> = (error: unknown, value?: T | false, info?: object) => void;

  /** Where the state of a sign-in under way is kept. The parts are known by how many parameters they take. */
  export interface StateStore {
    store(
      request: Request,
      verifier: string,
      state: unknown,
      about: unknown,
      done: (error: unknown, state?: string) => void,
    ): void;
    /** Calls back with the PKCE verifier, or false and why. */
    verify(request: Request, state: string, about: unknown, done: Done<string>): void;
  }

  export interface Options {
    readonly clientID: string;
    readonly clientSecret: string;
    readonly authorizationURL: string;
    readonly tokenURL: string;
    readonly store: StateStore;
    readonly pkce: true;
  }

  export class Strategy extends PassportStrategy {
    constructor(
      options: Options,
      verify: (token: string, refresh: unknown, profile: object, done: Done<object>) => void,
    );
    /** What speaks to the provider. */
    protected readonly _oauth2: {
      getOAuthAccessToken(
        code: string,
        params: Readonly<Record<string, string>>,
        done: (error: unknown, token?: string, refresh?: string, params?: object) => void,
      ): void;
    };
    userProfile(token: string, done: (error: unknown, profile?: object) => void): void;
  }
}
