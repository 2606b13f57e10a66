// What goes down to the participants of a table: each press of the others once it may be seen (evenness.ts), and in the right order
// with all else; now and then with a checkpoint, so that nobody's world differs from the table's for long.

import { hashWorld } from "../../pong/hash.ts";
import type { Press } from "../../pong/timeline.ts";
import type { World } from "../../pong/world.ts";
import { encodeKeyframe } from "../../schema/messages/keyframe.ts";
import {
  type Checkpoint,
  Down,
  type UpMessage,
  encodeCorrection,
  encodePong,
  encodeRelay,
} from "../../schema/messages/match.ts";
import { evenOut, nextHeldMs } from "./evenness.ts";
import type { Match } from "./match.ts";
import type { Participant } from "./participant.ts";
import type { MatchPort } from "./table-options.ts";

/** So many that none can be guessed. */
const PING_IDS = 2 ** 32;

export class Dispatch {
  readonly #port: MatchPort;
  readonly #participants: readonly Participant[];
  /** The world as far as it is certain now, or null when nothing is played. */
  readonly #certain: (nowMs: number) => World | null;
  #evenedMs: number;

  constructor(
    port: MatchPort,
    participants: readonly Participant[],
    certain: (nowMs: number) => World | null,
    nowMs: number,
  ) {
    this.#port = port;
    this.#participants = participants;
    this.#certain = certain;
    this.#evenedMs = nowMs;
  }

  /** When the next press is due that is held back; Infinity when there is none. */
  get dueMs(): number {
    let dueMs = Infinity;
    for (const { held } of this.#participants) dueMs = Math.min(dueMs, held.dueMs);
    return dueMs;
  }

  /** The answer to a message, or a first word. */
  pong(participant: Participant, nowMs: number): void {
    this.#letGoTo(participant, nowMs);
    const checkpoint = this.#checkpoint(participant, nowMs);
    this.#port.send(participant.index, Down.pong, encodePong(participant.connection.head(nowMs), checkpoint));
  }

  /** Their last press counts at another tick, or not at all (`to` null). */
  correct(participant: Participant, to: number | null, nowMs: number): void {
    this.#letGoTo(participant, nowMs);
    this.#port.send(participant.index, Down.correction, encodeCorrection(participant.connection.head(nowMs), to));
  }

  /** A press, to everybody but its player. */
  relay(press: Press, nowMs: number): void {
    for (const participant of this.#participants) {
      if (participant.numbers.includes(press.seat) || !participant.isConnected) continue;
      this.#letGoTo(participant, nowMs);
      if (!participant.held.hold(press, participant.heldMs, nowMs)) this.#sendRelay(participant, press, nowMs);
    }
  }

  /** Everything that is needed to play on from here, but for presses that this participant is not to see yet. */
  keyframe(participant: Participant, { timeline }: Match, epoch: number, nowMs: number): void {
    if (!participant.isConnected) return;
    const { game, confirmed: world } = timeline;
    const presses = timeline.presses.filter((press) => !participant.held.has(press));
    const { presses: received } = participant.connection;
    const keyframe = { sentMs: nowMs, seats: participant.numbers, epoch, received, game, world, presses };
    this.#port.send(participant.index, Down.keyframe, encodeKeyframe(keyframe));
  }

  /** Their world was not ours, which is a fault: they get ours. */
  heal(participant: Participant, match: Match, epoch: number, nowMs: number): void {
    // Once a match: a page that was modified may say so all the time.
    if (participant.divergences++ === 0) this.#port.diverged(participant.index);
    this.keyframe(participant, match, epoch, nowMs);
  }

  /** Takes what a message says of the connection it came on, which is pinged now and then. */
  hear({ index, connection }: Participant, message: UpMessage, nowMs: number): void {
    // First: all that is sent afterwards says that it was received, and its correction has to be the first to do so.
    this.letGo(nowMs);
    connection.hear(message, nowMs, this.#port.chance());
    if (!connection.pings.isDue(nowMs)) return;
    const id = Math.floor(this.#port.chance() * PING_IDS);
    connection.pings.send(id, nowMs);
    this.#port.ping(index, id);
  }

  /** Play begins, or goes on after a pause: what was pressed before counts no more. */
  open(match: Match, epoch: number, nowMs: number): void {
    for (const participant of this.#participants) {
      participant.held.drop();
      this.keyframe(participant, match, epoch, nowMs);
    }
  }

  /** Sends what was held back for long enough. */
  letGo(nowMs: number): void {
    for (const participant of this.#participants) this.#letGoTo(participant, nowMs);
  }

  /** Sends all that is held back: it makes no difference any more who sees it when. */
  letAllGo(nowMs: number): void {
    for (const participant of this.#participants) this.#letGoTo(participant, Infinity, nowMs);
  }

  /** Reckons anew what is to be held back. Returns by participant how late the others are shown what they press, in ms. */
  even(nowMs: number): readonly number[] {
    const passedMs = nowMs - this.#evenedMs;
    this.#evenedMs = nowMs;
    const [one, other] = this.#participants;
    if (one === undefined || other === undefined)
      return this.#participants.map(({ connection }) => connection.uplinkDelayMs);
    const [toOne, toOther] = evenOut([one.connection.facts, other.connection.facts]);
    one.heldMs = nextHeldMs(one.heldMs, toOne, passedMs);
    other.heldMs = nextHeldMs(other.heldMs, toOther, passedMs);
    return [toOther.lateMs, toOne.lateMs];
  }

  /** Before anything else goes to them, so that whatever they get tells how old a press can be that is still to come. */
  #letGoTo(participant: Participant, untilMs: number, nowMs = untilMs): void {
    const { held } = participant;
    for (let press = held.takeDue(untilMs); press !== null; press = held.takeDue(untilMs))
      this.#sendRelay(participant, press, nowMs);
  }

  #sendRelay(participant: Participant, press: Press, nowMs: number): void {
    const checkpoint = this.#checkpoint(participant, nowMs);
    // Where more is overdue behind it, the time is told as of when that was due: by then nothing older can come, but by now it can.
    const sentMs = Math.min(nowMs, participant.held.dueMs);
    const bytes = encodeRelay(participant.connection.head(sentMs), press, checkpoint);
    this.#port.send(participant.index, Down.relay, bytes);
  }

  /** Now and then: what their world is to be held against. */
  #checkpoint(participant: Participant, nowMs: number): Checkpoint | null {
    if (!participant.checks.isDue(nowMs)) return null;
    const world = this.#certain(nowMs);
    if (world === null || participant.held.oldestTick < world.tick) return null;
    return { tick: world.tick, hash: hashWorld(world) };
  }
}
