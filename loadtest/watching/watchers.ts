// A process full of people who watch one match: joins them, counts what they get, lets them go. Asked over the process channel by
// main.ts. Argument: the server's port.

import { RULES_VERSION } from "../../pong/rules.ts";
import { openSpectating } from "../../schema/http/spectating.ts";
import { PROTOCOL_VERSION } from "../../schema/rooms.ts";
import { answerQuestions } from "../node-process.ts";
import { call } from "../call.ts";
import { type LoadTarget, type TakenSeat, serverOf, takeGuest, takeSeat } from "../take-seat.ts";

/** "count": starts over, and returns what was counted until then. */
export type WatchersQuestion = { readonly watch: string; readonly count: number } | "count" | "leave";
export interface WatchersAnswer {
  readonly messages: number;
  readonly bytes: number;
}

const JOINING_AT_ONCE = 8;
const port = Number(process.argv[2]);
const options = { protocol: PROTOCOL_VERSION, rules: RULES_VERSION };
let seats: TakenSeat[] = [];
let messages = 0;
let bytes = 0;
let turn = 0;

async function watch(tableId: string, count: number): Promise<void> {
  const anybody: LoadTarget = { port, headers: { origin: `http://127.0.0.1:${port}` } };
  const guest = await takeGuest(anybody, `Watcher ${process.pid} ${++turn}`);
  const { roomId } = await call(serverOf(guest), openSpectating, { params: { room: tableId } });
  let left = count;
  const join = async (): Promise<void> => {
    while (left-- > 0) {
      seats.push(
        await takeSeat(guest, `joinById/${roomId}`, options, (payload) => {
          messages++;
          bytes += payload.length;
        }),
      );
    }
  };
  await Promise.all(Array.from({ length: JOINING_AT_ONCE }, join));
}

answerQuestions(async (question: WatchersQuestion): Promise<WatchersAnswer> => {
  if (typeof question === "object") await watch(question.watch, question.count);
  if (question === "leave") {
    for (const { socket } of seats) socket.close();
    seats = [];
  }
  const heard = { messages, bytes };
  [messages, bytes] = [0, 0];
  return heard;
});
