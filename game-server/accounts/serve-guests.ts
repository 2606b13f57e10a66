// Takes a name, and says who this browser is: schema/http/guests.ts. Once a bot, always a bot, whatever it says later.

import { randomUUID } from "node:crypto";
import type { Accounts } from "../../db/repositories/accounts.ts";
import type { PlayerRow, Players } from "../../db/repositories/players.ts";
import { UserError } from "../../rooms/user-error.ts";
import { askMe, type Player, takeName } from "../../schema/http/guests.ts";
import { botName, nameFault } from "../../schema/player-name.ts";
import { signInAs } from "./session.ts";
import type { Caller } from "../identity/request-identity.ts";
import { claimName } from "../identity/claim-name.ts";
import { nameKey } from "../identity/name-key.ts";
import type { NameReservations } from "../identity/name-reservations.ts";
import { perMinute } from "../http/rate-limit.ts";
import type { Api } from "../http/serve.ts";

export interface GuestsOptions {
  readonly players: Players;
  readonly accounts: Pick<Accounts, "ownerOfName">;
  readonly nameReservations: NameReservations;
  readonly wallClock: () => Date;
  readonly guestsPerMinute: number;
}

export function serveGuests({ serve }: Api, options: GuestsOptions): void {
  serve(
    takeName,
    async ({ body: { name, bot }, caller, request }) => {
      if (caller !== null && caller.account !== null) {
        // An account has its name, and changes it elsewhere; here it can only play under it.
        if (caller.player.name === name && !bot) return { player: shownPlayer(caller) };
        throw new UserError("name.ofAccount", {}, 409);
      }
      const before = caller?.player ?? null;
      const kind = bot || before?.kind === "bot" ? "bot" : "guest";
      const called = kind === "bot" ? requireName(botName(name)) : name;
      // What a person has played so far stays theirs: a bot in their browser is another player.
      const isSame = before !== null && before.kind === kind;
      const player = isSame ? await rename(options, before, called) : await create(options, called, kind);
      if (!isSame) await signInAs(request, player.id, options.wallClock());
      if (!isSame && before !== null) options.nameReservations.release(before.id);
      return { player: shownPlayer({ player, account: null, role: "guest" }) };
    },
    perMinute(options.guestsPerMinute),
  );

  serve(askMe, ({ caller }) => ({ player: caller === null ? null : shownPlayer(caller) }));
}

/** What a browser learns about who it is. */
export function shownPlayer({ player, account, role }: Caller): Player {
  return {
    ...player,
    role,
    login: account?.login ?? null,
    avatarId: account?.avatarId ?? null,
    unverified: account !== null && account.email === null && account.pendingEmail !== null,
  };
}

/** @throws UserError 422 when it is too long by now */
function requireName(name: string): string {
  const fault = nameFault(name);
  if (fault !== null) throw new UserError(fault, {}, 422);
  return name;
}

async function rename(options: GuestsOptions, player: PlayerRow, name: string): Promise<PlayerRow> {
  await claimName(options, player.id, name, player.kind);
  return (await options.players.rename(player.id, name, nameKey(name), options.wallClock())) ?? player;
}

async function create(options: GuestsOptions, name: string, kind: "guest" | "bot"): Promise<PlayerRow> {
  const id = randomUUID();
  await claimName(options, id, name, kind);
  try {
    return await options.players.createGuest(id, name, nameKey(name), options.wallClock(), kind);
  } catch (error) {
    options.nameReservations.release(id);
    throw error;
  }
}
