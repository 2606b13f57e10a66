// Accounts: made from a player, found, changed. A name, an address or a 42 id that somebody else has is not an error: the result
// says which one it is. What belongs to accounts: account-secrets.ts.

import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { Account } from "../entities/account.ts";
import { Player } from "../entities/player.ts";
import { Standing } from "../entities/standing.ts";
import type { Orm } from "../open.ts";
import type { PlayerRow } from "./players.ts";

export type Audience = "everyone" | "friends" | "nobody";

/** An account with the name of its player. */
export interface AccountRow {
  /** Of the player. */
  readonly id: string;
  readonly name: string;
  readonly login: string;
  /** Verified, or null. */
  readonly email: string | null;
  readonly pendingEmail: string | null;
  readonly passwordHash: string | null;
  readonly fortyTwoId: string | null;
  readonly fortyTwoLogin: string | null;
  readonly role: "player" | "moderator" | "admin";
  readonly factor: "none" | "totp" | "email";
  readonly totpSecret: string | null;
  readonly about: string;
  readonly country: string | null;
  readonly avatarId: string | null;
  readonly seesStatus: Audience;
  readonly seesHistory: Audience;
  readonly mayMessage: Audience;
  readonly mayChallenge: Audience;
  readonly bannedUntil: Date | null;
  readonly banReason: string;
  readonly createdAt: Date;
}

/** What belongs to one account alone. */
export type Taken = "login" | "name" | "email" | "fortyTwo" | "player";

export interface NewAccount {
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly login: string;
  readonly loginKey: string;
  readonly pendingEmail: string | null;
  readonly passwordHash: string | null;
  readonly fortyTwoId: string | null;
  readonly fortyTwoLogin: string | null;
}

/** What may be changed; what is left out stays. Names and addresses come with their keys. */
export type AccountChange = Partial<
  Pick<
    AccountRow,
    | "name"
    | "login"
    | "email"
    | "pendingEmail"
    | "passwordHash"
    | "fortyTwoId"
    | "fortyTwoLogin"
    | "role"
    | "factor"
    | "totpSecret"
    | "about"
    | "country"
    | "avatarId"
    | "seesStatus"
    | "seesHistory"
    | "mayMessage"
    | "mayChallenge"
    | "bannedUntil"
    | "banReason"
  > & { nameKey: string; loginKey: string; emailKey: string | null }
>;

export type Made = { readonly account: AccountRow } | { readonly taken: Taken };

export interface Accounts {
  find(id: string): Promise<AccountRow | null>;
  /** Of a player who has been read already. */
  of(player: PlayerRow): Promise<AccountRow | null>;
  findByLoginKey(loginKey: string): Promise<AccountRow | null>;
  /** By a verified address. @param emailKey in small letters */
  findByEmailKey(emailKey: string): Promise<AccountRow | null>;
  findByFortyTwoId(fortyTwoId: string): Promise<AccountRow | null>;
  /** The account that has this display name, or null. Guests may not use it. */
  ownerOfName(nameKey: string): Promise<string | null>;
  /** Those of the ids that are accounts, in no particular order. */
  findAll(ids: readonly string[]): Promise<AccountRow[]>;
  /** Those of the avatar ids that an account uses. */
  usedAvatars(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Of a guest's row, or of a new one when there is none with this id. */
  create(account: NewAccount, now: Date): Promise<Made>;
  /** @throws Error when there is no such account */
  change(id: string, change: AccountChange): Promise<Made>;
  /** Accepts a code of the authenticator's time step, unless that one or a later one has been accepted. Of two at once one wins. */
  takeTotpStep(id: string, step: number): Promise<boolean>;
}

/** By the names of the constraints in migrations/2026-11-24-accounts.ts. */
const CONSTRAINTS: readonly (readonly [string, Taken])[] = [
  ["accounts_login_key_unique", "login"],
  ["accounts_name_key_unique", "name"],
  ["accounts_email_key_unique", "email"],
  ["accounts_forty_two_id_unique", "fortyTwo"],
  // A guest who became an account a moment ago, in another tab.
  ["accounts_pkey", "player"],
];

export function createAccounts(orm: Orm): Accounts {
  async function findBy(where: Partial<Record<"id" | "loginKey" | "emailKey" | "fortyTwoId", string>>) {
    const em = orm.em.fork();
    const account = await em.findOne(Account, where);
    return account === null ? null : withPlayer(account, await em.findOneOrFail(Player, { id: account.id }));
  }

  return {
    find: (id) => findBy({ id }),
    async of(player) {
      const account = await orm.em.fork().findOne(Account, { id: player.id });
      return account === null ? null : withPlayer(account, player);
    },
    findByLoginKey: (loginKey) => findBy({ loginKey }),
    findByEmailKey: (emailKey) => findBy({ emailKey }),
    findByFortyTwoId: (fortyTwoId) => findBy({ fortyTwoId }),

    async ownerOfName(nameKey) {
      return (await orm.em.fork().findOne(Account, { nameKey }))?.id ?? null;
    },

    findAll: (ids) => findAll(orm, ids),
    usedAvatars: (ids) => usedAvatars(orm, ids),

    create: ({ name, ...given }, now) =>
      unlessTaken(() =>
        orm.em.fork().transactional(async (em) => {
          const { id, nameKey } = given;
          let player = await em.findOne(Player, { id });
          player ??= em.create(Player, { id, name, nameKey, kind: "account", createdAt: now, lastSeenAt: now });
          Object.assign(player, { name, nameKey, kind: "account", lastSeenAt: now });
          const account = em.create(Account, { ...given, createdAt: now });
          await em.flush();
          return withPlayer(account, player);
        }),
      ),

    change: (id, { name, ...change }) =>
      unlessTaken(() =>
        orm.em.fork().transactional(async (em) => {
          const account = await em.findOneOrFail(Account, { id });
          const player = await em.findOneOrFail(Player, { id });
          Object.assign(account, change);
          if (name !== undefined) player.name = name;
          if (change.nameKey !== undefined) player.nameKey = change.nameKey;
          await em.flush();
          // Once the account's row is locked: ../writers/standings.ts reads it.
          if (change.country !== undefined)
            await em.nativeUpdate(Standing, { player: id }, { country: change.country });
          return withPlayer(account, player);
        }),
      ),

    async takeTotpStep(id, step) {
      const newer = { id, totpLastStep: { $lt: step } };
      return (await orm.em.fork().nativeUpdate(Account, newer, { totpLastStep: step })) === 1;
    },
  };
}

/** Returns which of an account's unique fields is taken, where the database says so. */
async function unlessTaken(write: () => Promise<AccountRow>): Promise<Made> {
  try {
    return { account: await write() };
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    const found = CONSTRAINTS.find(([constraint]) => error.message.includes(constraint));
    if (found === undefined) throw error;
    return { taken: found[1] };
  }
}

async function findAll(orm: Orm, ids: readonly string[]): Promise<AccountRow[]> {
  const em = orm.em.fork();
  const accounts = await em.find(Account, { id: { $in: [...ids] } });
  const players = await em.find(Player, { id: { $in: accounts.map(({ id }) => id) } });
  const byId = new Map(players.map((player) => [player.id, player]));
  return accounts.flatMap((account) => {
    const player = byId.get(account.id);
    return player === undefined ? [] : [withPlayer(account, player)];
  });
}

async function usedAvatars(orm: Orm, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const accounts = await orm.em.fork().find(Account, { avatarId: { $in: [...ids] } }, { fields: ["avatarId"] });
  return new Set(accounts.flatMap(({ avatarId }) => avatarId ?? []));
}

function withPlayer(account: Account, { name }: Pick<Player, "name">): AccountRow {
  return {
    id: account.id,
    name,
    login: account.login,
    email: account.email ?? null,
    pendingEmail: account.pendingEmail ?? null,
    passwordHash: account.passwordHash ?? null,
    fortyTwoId: account.fortyTwoId ?? null,
    fortyTwoLogin: account.fortyTwoLogin ?? null,
    role: account.role,
    factor: account.factor,
    totpSecret: account.totpSecret ?? null,
    about: account.about,
    country: account.country ?? null,
    avatarId: account.avatarId ?? null,
    seesStatus: account.seesStatus,
    seesHistory: account.seesHistory,
    mayMessage: account.mayMessage,
    mayChallenge: account.mayChallenge,
    bannedUntil: account.bannedUntil ?? null,
    banReason: account.banReason,
    createdAt: account.createdAt,
  };
}
