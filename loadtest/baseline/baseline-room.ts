// The room everybody else writes, to compare with: ball and paddles as schema numbers, a fixed step of 60 Hz, patches at a
// fixed rate, one message a key change. As Colyseus' own guides do it.

import { type Client, Room } from "@colyseus/core";
import { type SchemaType, schema, t } from "@colyseus/schema";

const BaselineState = schema(
  {
    ballX: t.float32().default(0),
    ballY: t.float32().default(0),
    ballVx: t.float32().default(0.2),
    ballVy: t.float32().default(0.07),
    paddle0: t.float32().default(0),
    paddle1: t.float32().default(0),
    score0: t.uint8().default(0),
    score1: t.uint8().default(0),
  },
  "BaselineState",
);
type BaselineState = SchemaType<typeof BaselineState>;

const HALF_LENGTH = 10;
const HALF_WIDTH = 6;
const PADDLE_HALF = 1.3;
const PADDLE_SPEED = 0.175;

export class BaselineRoom extends Room<{ state: BaselineState }> {
  override maxClients = 2;
  readonly #directions = [0, 0];

  static override async onAuth(): Promise<boolean> {
    return true;
  }

  override onCreate(options: { patchHz: number }): void {
    this.state = new BaselineState();
    this.patchRate = 1000 / options.patchHz;
    this.onMessage("m", (client: Client, direction: number) => {
      this.#directions[this.clients.indexOf(client)] = Math.sign(direction);
    });
    this.setFixedTimestep(() => this.#step(), 60);
  }

  #step(): void {
    const { state } = this;
    state.paddle0 = slide(state.paddle0, this.#directions[0] ?? 0);
    state.paddle1 = slide(state.paddle1, this.#directions[1] ?? 0);
    state.ballX += state.ballVx;
    state.ballY += state.ballVy;
    if (Math.abs(state.ballY) > HALF_WIDTH) state.ballVy = -state.ballVy;
    if (Math.abs(state.ballX) < HALF_LENGTH) return;
    const paddle = state.ballX < 0 ? state.paddle0 : state.paddle1;
    if (Math.abs(state.ballY - paddle) <= PADDLE_HALF) {
      state.ballVx = -state.ballVx;
      return;
    }
    if (state.ballX < 0) state.score1 = (state.score1 + 1) % 100;
    else state.score0 = (state.score0 + 1) % 100;
    state.ballX = 0;
    state.ballY = 0;
  }
}

function slide(y: number, direction: number): number {
  return Math.max(-HALF_WIDTH, Math.min(HALF_WIDTH, y + direction * PADDLE_SPEED));
}
