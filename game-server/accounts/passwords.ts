// Hashes passwords and compares them: Argon2id with the parameters that OWASP's password storage cheat sheet recommends
// (19 MiB, 2 passes, 1 lane). Whoever is unknown costs the same work as whoever is not.

import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import { Turns } from "../platform/turns.ts";

/** Argon2id is what the package takes unless told otherwise; a test reads it off a hash. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** At a time: each takes 19 MiB, and the threads that do it are four, which files need too. */
const AT_ONCE = 2;
/** About four seconds of work; who comes then is told to come again. */
const MOST_WAITING = 200;

const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

export interface Passwords {
  hash(password: string): Promise<string>;
  /** @param stored null: there is nothing to compare with, which takes as long and is never right */
  verify(stored: string | null, password: string): Promise<boolean>;
  /** How many hashes have been worked out so far, by hashing or comparing. */
  readonly worked: number;
}

/** Whether it is among those that are tried first, whatever the case of its letters. */
export function isCommonPassword(password: string): boolean {
  return COMMON.has(password) || COMMON.has(password.toLowerCase());
}

export async function createPasswords(): Promise<Passwords> {
  const turns = new Turns(AT_ONCE, MOST_WAITING);
  const nobodys = await hash(crypto.randomUUID(), PARAMETERS);
  let worked = 0;
  return {
    hash: (password) => {
      worked += 1;
      return turns.take(() => hash(password.normalize("NFKC"), PARAMETERS));
    },
    async verify(stored, password) {
      worked += 1;
      const right = await turns.take(() => verify(stored ?? nobodys, password.normalize("NFKC")));
      return right && stored !== null;
    },
    get worked() {
      return worked;
    },
  };
}
