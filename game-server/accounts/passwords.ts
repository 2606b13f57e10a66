// Hashes passwords and compares them: Argon2id with the parameters that OWASP's password storage cheat sheet recommends
// (19 MiB, 2 passes, 1 lane). An unknown account costs the same work as a known one.

import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import { Turns } from "../platform/turns.ts";

/** Argon2id is what the package takes unless told otherwise; a test checks it on a hash. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** At once: each takes 19 MiB, and there are only four threads for it, which file access needs too. */
const AT_ONCE = 2;
/** About four seconds of work; later requests are asked to come back. */
const MOST_WAITING = 200;

const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"]);

export interface Passwords {
  hash(password: string): Promise<string>;
  /** @param stored null: there is nothing to compare with, which takes as long and is never right */
  verify(stored: string | null, password: string): Promise<boolean>;
  /** How many hashes have been computed so far, by hashing or comparing. */
  readonly worked: number;
}

/** Whether it is among the most common ones, ignoring case. */
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
