// The synced state of the lobby (schema/lobby-state.ts) back into plain values.

import type { ChallengeOutcome, ChallengeSide, Terms } from "../schema/challenges.ts";
import {
  type ChallengeState,
  type LiveMatchState,
  type LobbyState,
  type PersonState,
  provisionalField,
} from "../schema/lobby-state.ts";
import type { Audience, Status } from "../contract/people.ts";
import { MODES, type Mode, perMode } from "../contract/modes.ts";

export interface LobbyRating {
  readonly rating: number;
  readonly provisional: boolean;
}

export interface LobbyPerson {
  readonly id: string;
  readonly name: string;
  /** Null for a guest, as the next one. */
  readonly login: string | null;
  readonly avatarId: string | null;
  readonly status: Status;
  /** Of each mode; null: none yet. */
  readonly ratings: Readonly<Record<Mode, LobbyRating | null>>;
  /** Who may challenge them. */
  readonly challenges: Audience;
}

export interface LobbyParty {
  readonly id: string;
  readonly name: string;
  readonly login: string | null;
}

export interface LobbyChallenge {
  readonly id: string;
  readonly from: LobbyParty;
  readonly to: LobbyParty;
  readonly terms: Terms;
  readonly turn: ChallengeSide;
  readonly counters: number;
  /** By the server's calendar, in ms. */
  readonly untilMs: number;
  readonly outcome: ChallengeOutcome | null;
  readonly roomId: string | null;
}

export interface LobbyMatch {
  readonly roomId: string;
  readonly mode: Mode | null;
  readonly ranked: boolean;
  readonly players: readonly { readonly id: string; readonly name: string; readonly rating: number | null }[];
  /** By seat. */
  readonly score: readonly number[];
  readonly watchers: number;
}

export interface Lobby {
  /** Everybody who is here, as far as all may know. */
  readonly here: number;
  readonly people: readonly LobbyPerson[];
  /** The reader's own, oldest first. */
  readonly challenges: readonly LobbyChallenge[];
  /** How many matches are on; the strongest of them. */
  readonly live: number;
  readonly matches: readonly LobbyMatch[];
}

export const EMPTY_LOBBY: Lobby = { here: 0, people: [], challenges: [], live: 0, matches: [] };

/** @param state lists that hold nothing for the reader may be missing */
export function readLobby(state: Pick<LobbyState, "here" | "live"> & Partial<LobbyState>): Lobby {
  const places = [...(state.matches ?? [])].toSorted(([, a], [, b]) => a.place - b.place);
  return {
    here: state.here,
    people: [...(state.people ?? [])].map(([id, person]) => readPerson(id, person)),
    challenges: [...(state.challenges ?? [])].map(([id, one]) => readChallenge(id, one)),
    live: state.live,
    matches: places.map(([roomId, match]) => readMatch(roomId, match)),
  };
}

function readPerson(id: string, state: PersonState): LobbyPerson {
  return {
    id,
    name: state.name,
    login: orNull(state.login),
    avatarId: orNull(state.avatarId),
    status: state.status as Status,
    ratings: perMode((mode) => readRating(state[mode], state[provisionalField(mode)])),
    challenges: state.challenges as Audience,
  };
}

function readRating(rating: number, provisional: boolean): LobbyRating | null {
  return rating === 0 ? null : { rating, provisional };
}

function readChallenge(id: string, state: ChallengeState): LobbyChallenge {
  return {
    id,
    from: { id: state.fromId, name: state.fromName, login: orNull(state.fromLogin) },
    to: { id: state.toId, name: state.toName, login: orNull(state.toLogin) },
    terms: {
      rules: { pointsToWin: state.pointsToWin, twoClear: state.twoClear },
      ranked: state.ranked,
      watching: { isPublic: state.isPublic, delaySeconds: state.delaySeconds },
    },
    turn: state.turn as ChallengeSide,
    counters: state.counters,
    untilMs: state.untilMs,
    outcome: state.outcome === "" ? null : (state.outcome as ChallengeOutcome),
    roomId: orNull(state.roomId),
  };
}

function readMatch(roomId: string, state: LiveMatchState): LobbyMatch {
  return {
    roomId,
    mode: MODES.find((mode) => mode === state.mode) ?? null,
    ranked: state.ranked,
    players: [
      { id: state.oneId, name: state.one, rating: state.oneRating === 0 ? null : state.oneRating },
      { id: state.twoId, name: state.two, rating: state.twoRating === 0 ? null : state.twoRating },
    ],
    score: [state.onePoints, state.twoPoints],
    watchers: state.watchers,
  };
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}
