// Browsers that aren't asked for the second factor again: a long random cookie, whose hash is in the database.

import type { Request, Response } from "express";
import { parseCookie } from "cookie";
import type { AccountSecrets } from "../../db/repositories/account-secrets.ts";
import { REMEMBER_DAYS } from "../../schema/retention.ts";
import { newToken, tokenHash } from "./secrets.ts";

const REMEMBER_MS = REMEMBER_DAYS * 86_400_000;

export interface Remembered {
  readonly isRemembered: (request: Request, playerId: string) => Promise<boolean>;
  readonly remember: (response: Response, playerId: string) => Promise<void>;
}

export interface RememberedOptions {
  readonly secrets: Pick<AccountSecrets, "isRemembered" | "rememberDevice">;
  readonly overTls: boolean;
  readonly wallClock: () => Date;
}

export function createRemembered({ secrets, overTls, wallClock }: RememberedOptions): Remembered {
  const name = overTls ? "__Host-rally.device" : "rally.device";
  return {
    async isRemembered(request, playerId) {
      const token = parseCookie(request.get("cookie") ?? "")[name];
      return token !== undefined && secrets.isRemembered(tokenHash(token), playerId, wallClock());
    },
    async remember(response, playerId) {
      const token = newToken();
      const now = wallClock();
      await secrets.rememberDevice(tokenHash(token), playerId, now, new Date(now.getTime() + REMEMBER_MS));
      response.cookie(name, token, {
        httpOnly: true,
        sameSite: "lax",
        secure: overTls,
        maxAge: REMEMBER_MS,
        path: "/",
      });
    },
  };
}
