// Every game that is played, or ever was: which version of the rules, on which court. Whatever is stored or sent of a match names
// its game, and is played by it for ever. What a change of either asks for: docs/rules-changes.md.

import { CLASSIC, type Court } from "./court.ts";
import { RULES_VERSION, type Rules } from "./rules.ts";
import { type Engine, type Game, step } from "./step.ts";
import { createWorld } from "./world.ts";

/** What a game is named by. */
export interface GameId {
  readonly rulesVersion: number;
  readonly courtId: string;
}

/** By version. One that has been released stays, with all that it is made of. */
const ENGINES = new Map<number, Engine>([[1, { version: 1, step, createWorld }]]);

/** By id. The numbers of one that has been released never change: other numbers are another court. */
const COURTS = new Map<string, Court>([[CLASSIC.id, CLASSIC]]);

/** The court that all modes are played on, and that dashboards count the places of. */
export const STANDARD_COURT: Court = CLASSIC;

/** The rules of that version; null when this code does not know them. */
export function engineOf(rulesVersion: number): Engine | null {
  return ENGINES.get(rulesVersion) ?? null;
}

/** Null when this code has no such court. */
export function courtOf(courtId: string): Court | null {
  return COURTS.get(courtId) ?? null;
}

/** A game as it is played now. */
export function createGame(rules: Rules, court: Court = STANDARD_COURT): Game {
  return { engine: ENGINES.get(RULES_VERSION)!, court, rules };
}

/** A game that somebody names; null when this code can't play it. */
export function findGame({ rulesVersion, courtId }: GameId, rules: Rules): Game | null {
  const engine = engineOf(rulesVersion);
  const court = courtOf(courtId);
  return engine === null || court === null ? null : { engine, court, rules };
}

export function idOf({ engine, court }: Game): GameId {
  return { rulesVersion: engine.version, courtId: court.id };
}

/** Makes games known that are in no release, as in a test. Returns what forgets them. */
export function addGames({ engines = [], courts = [] }: { engines?: readonly Engine[]; courts?: readonly Court[] }) {
  for (const engine of engines) ENGINES.set(engine.version, engine);
  for (const court of courts) COURTS.set(court.id, court);
  return (): void => {
    for (const { version } of engines) ENGINES.delete(version);
    for (const { id } of courts) COURTS.delete(id);
  };
}

/** Of all games. */
export function knownGames(): { readonly rulesVersions: readonly number[]; readonly courts: readonly Court[] } {
  return { rulesVersions: [...ENGINES.keys()], courts: [...COURTS.values()] };
}
