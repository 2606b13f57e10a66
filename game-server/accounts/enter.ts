// What happens once the first factor is right, by password or by 42: straight in, or a code first.

import type { Request } from "express";
import type { AccountRow } from "../../db/repositories/accounts.ts";
import { UserError } from "../../rooms/user-error.ts";
import { isBanned } from "../identity/request-identity.ts";
import { StoredSession } from "../identity/session-store.ts";
import { describeDevice } from "../http/user-agent.ts";
import type { AuthOptions } from "./options.ts";
import type { Remembered } from "./remembered.ts";
import type { SecondFactor } from "./second-factor.ts";
import { owe, signInAs } from "./session.ts";

export interface Enter {
  /** Signs in, or notes that a code is still needed. @throws UserError 403 `banned` */
  begin(request: Request, account: AccountRow): Promise<"done" | "code">;
  /** Signs in, once every factor has been given. @throws UserError 403 `banned` */
  finish(request: Request, account: AccountRow): Promise<void>;
}

export function createEnter(options: AuthOptions, factor: SecondFactor, remembered: Remembered): Enter {
  const { wallClock, sessions, post, nameReservations } = options;

  /** Tells the owner of a kind of browser that they have not been seen with lately. */
  async function tellOfNew(request: Request, account: AccountRow): Promise<void> {
    const device = describeDevice(request.get("user-agent") ?? "");
    const others = await sessions.list(account.id, wallClock());
    const known = others.some(({ data }) => StoredSession.safeParse(data).data?.device === device);
    if (known || account.email === null) return;
    const values = { name: account.name, device: device || "?", when: wallClock().toISOString() };
    await post.send({ kind: "newSignIn", to: account.email, values });
  }

  async function finish(request: Request, account: AccountRow): Promise<void> {
    requireNotBanned(account, wallClock());
    await tellOfNew(request, account);
    const { playerId: guest } = request.session;
    await signInAs(request, account.id, wallClock());
    // The guest who was here is gone, and their name is free.
    if (guest !== undefined && guest !== account.id) nameReservations.release(guest);
    options.log.info({ playerId: account.id }, "signed in");
  }

  return {
    finish,
    async begin(request, account) {
      requireNotBanned(account, wallClock());
      if (account.factor === "none" || (await remembered.isRemembered(request, account.id))) {
        await finish(request, account);
        return "done";
      }
      await owe(request, account.id, wallClock());
      if (account.factor === "email" && account.email !== null) {
        // Someone who has just been sent a code may enter that one.
        await factor.mail(account, account.email).catch(unlessTooMany);
      }
      return "code";
    },
  };
}

function requireNotBanned(account: AccountRow, now: Date): void {
  if (!isBanned(account, now)) return;
  const until = account.bannedUntil?.toISOString() ?? "";
  throw new UserError("banned", { until, reason: account.banReason }, 403);
}

function unlessTooMany(error: unknown): void {
  if (!(error instanceof UserError && error.code === "tooMany")) throw error;
}
