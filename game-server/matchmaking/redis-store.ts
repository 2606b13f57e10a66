// A QueueStore in Redis, for several processes. Where a step looks and writes, it is a script, so that it happens whole.
// Everything is checked when it is read: another version of us may have written it.

import type { Redis } from "ioredis";
import { z } from "zod";
import type { CooldownRecord } from "../../ranking/cooldowns.ts";
import { RECORD_KEPT_MS } from "../../ranking/cooldowns.ts";
import { MODES } from "../../contract/modes.ts";
import type { QueueName } from "../../schema/queues.ts";
import {
  type Entry,
  type Proposal,
  type QueueStore,
  RECENT_WAITS,
  type StoredTicket,
  queueKey,
} from "../../rooms/matchmaking/queue-store.ts";

/** The number goes up when what is kept changes its shape. */
const KEY = "rally:queue:2";
const TICKETS = `${KEY}:tickets`;
const PROPOSALS = `${KEY}:proposals`;
/** Which proposal a player is asked about. */
const ASKED = `${KEY}:asked`;
const LEADER = `${KEY}:leader`;

const Ticket = z.object({
  ticketId: z.string(),
  playerId: z.string(),
  processId: z.string(),
  mode: z.enum(MODES),
  ranked: z.boolean(),
  name: z.string(),
  rating: z.number(),
  deviation: z.number(),
  sinceMs: z.number(),
  avoids: z.array(z.string()),
  lastOpponents: z.array(z.string()),
  roundTripMs: z.number().nullable(),
  watchDelaySeconds: z.number(),
}) satisfies z.ZodType<StoredTicket>;

const StoredProposal = z.object({
  id: z.string(),
  tickets: z.tuple([Ticket, Ticket]),
  untilMs: z.number(),
  accepted: z.array(z.string()),
}) satisfies z.ZodType<Proposal>;

/** As the script answers: the proposal, and who had accepted. */
const Settled = z.tuple([z.string(), z.array(z.string())]);

const StoredCooldown = z.object({
  count: z.number(),
  givenMs: z.number(),
  untilMs: z.number(),
}) satisfies z.ZodType<CooldownRecord>;

/** Whether a ticket is in the queue; each script begins with it. Lua's cjson would rewrite our lists, so it only reads. */
const STANDS = `
  local function stands(playerId, ticketId)
    local text = redis.call('hget', KEYS[1], playerId)
    return text and cjson.decode(text).ticketId == ticketId
  end`;

const SCRIPTS = {
  /** A word where they do not stand; otherwise the ticket before, or nothing. */
  enter: `if redis.call('hexists', KEYS[2], ARGV[1]) == 1 then return 'asked' end
    if redis.call('exists', KEYS[3]) == 1 then return 'held' end
    local before = redis.call('hget', KEYS[1], ARGV[1])
    redis.call('hset', KEYS[1], ARGV[1], ARGV[2])
    return before`,
  change: `${STANDS}
    if stands(ARGV[1], ARGV[2]) then redis.call('hset', KEYS[1], ARGV[1], ARGV[3]) end`,
  leave: `${STANDS}
    if stands(ARGV[1], ARGV[2]) then redis.call('hdel', KEYS[1], ARGV[1]) end`,
  propose: `${STANDS}
    if not (stands(ARGV[1], ARGV[2]) and stands(ARGV[3], ARGV[4])) then return 0 end
    redis.call('hdel', KEYS[1], ARGV[1], ARGV[3])
    redis.call('hset', KEYS[2], ARGV[5], ARGV[6])
    redis.call('hset', KEYS[3], ARGV[1], ARGV[5], ARGV[3], ARGV[5])
    return 1`,
  /** Who has accepted is kept beside the proposal, in fields of its own. */
  accept: `local text = redis.call('hget', KEYS[1], ARGV[1])
    if not text then return nil end
    redis.call('hset', KEYS[1], ARGV[1] .. ':' .. ARGV[2], 'yes')
    return text`,
  /** Who is held is as heldAfter (queue-store.ts) says. */
  settle: `local text = redis.call('hget', KEYS[1], ARGV[1])
    if not text then return nil end
    redis.call('hdel', KEYS[1], ARGV[1])
    local ids = {}
    local accepted = {}
    local has = {}
    for _, ticket in ipairs(cjson.decode(text).tickets) do
      local answer = ARGV[1] .. ':' .. ticket.playerId
      table.insert(ids, ticket.playerId)
      if redis.call('hdel', KEYS[1], answer) == 1 then
        has[ticket.playerId] = true
        table.insert(accepted, ticket.playerId)
      end
      redis.call('hdel', KEYS[2], ticket.playerId)
    end
    for _, playerId in ipairs(ids) do
      local isHeld = #accepted == #ids or (ARGV[2] == '' and not has[playerId]) or ARGV[2] == playerId
      if isHeld then redis.call('set', ARGV[3] .. playerId, '1', 'px', ARGV[4]) end
    end
    return {text, accepted}`,
  lead: `local leader = redis.call('get', KEYS[1])
    if leader and leader ~= ARGV[1] then return 0 end
    redis.call('set', KEYS[1], ARGV[1], 'px', ARGV[2])
    return 1`,
} as const;

export function createRedisStore(redis: Redis): QueueStore {
  return new RedisStore(redis);
}

class RedisStore implements QueueStore {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  async enter(ticket: StoredTicket): Promise<Entry> {
    const keys = [TICKETS, ASKED, heldKey(ticket.playerId)];
    const answer = await this.#run("enter", keys, ticket.playerId, JSON.stringify(ticket));
    if (answer === "asked" || answer === "held") return { where: answer, replaced: null };
    return { where: "inLine", replaced: parse(Ticket, answer)?.ticketId ?? null };
  }

  async change(ticket: StoredTicket): Promise<void> {
    await this.#run("change", [TICKETS], ...entry(ticket), JSON.stringify(ticket));
  }

  async leave(playerId: string, ticketId: string): Promise<void> {
    await this.#run("leave", [TICKETS], playerId, ticketId);
  }

  async waiting(): Promise<StoredTicket[]> {
    return (await this.#redis.hvals(TICKETS)).flatMap((text) => parse(Ticket, text) ?? []);
  }

  async propose(proposal: Proposal): Promise<boolean> {
    const [one, other] = proposal.tickets;
    const values = [...entry(one), ...entry(other), proposal.id, JSON.stringify(proposal)];
    return (await this.#run("propose", [TICKETS, PROPOSALS, ASKED], ...values)) === 1;
  }

  async proposals(): Promise<Proposal[]> {
    const texts = Object.values(await this.#redis.hgetall(PROPOSALS)).filter((text) => text !== "yes");
    return (await Promise.all(texts.map((text) => this.#read(text)))).filter((one) => one !== null);
  }

  async accept(id: string, playerId: string): Promise<Proposal | null> {
    return this.#read(await this.#run("accept", [PROPOSALS], id, playerId));
  }

  async settle(id: string, blamed: string | null, heldMs: number): Promise<Proposal | null> {
    const values = [id, blamed ?? "", heldKey(""), heldMs];
    const answer = Settled.safeParse(await this.#run("settle", [PROPOSALS, ASKED], ...values));
    if (!answer.success) return null;
    const [text, accepted] = answer.data;
    const proposal = parse(StoredProposal, text);
    return proposal === null ? null : { ...proposal, accepted };
  }

  async hold(playerIds: readonly string[], heldMs: number): Promise<void> {
    if (playerIds.length === 0) return;
    const step = this.#redis.multi().hdel(TICKETS, ...playerIds);
    for (const playerId of playerIds) step.set(heldKey(playerId), "1", "PX", heldMs);
    await step.exec();
  }

  async release(playerIds: readonly string[]): Promise<void> {
    if (playerIds.length > 0) await this.#redis.del(...playerIds.map(heldKey));
  }

  async lead(processId: string, ms: number): Promise<boolean> {
    return (await this.#run("lead", [LEADER], processId, ms)) === 1;
  }

  async live(processId: string, ms: number): Promise<void> {
    await this.#redis.set(`${KEY}:lives:${processId}`, "1", "PX", ms);
  }

  async living(processIds: readonly string[]): Promise<Set<string>> {
    if (processIds.length === 0) return new Set();
    const answers = await this.#redis.mget(...processIds.map((id) => `${KEY}:lives:${id}`));
    return new Set(processIds.filter((_, at) => answers[at] !== null));
  }

  async cooldownOf(playerId: string): Promise<CooldownRecord | null> {
    return parse(StoredCooldown, await this.#redis.get(`${KEY}:pause:${playerId}`));
  }

  async keepCooldown(playerId: string, record: CooldownRecord): Promise<void> {
    await this.#redis.set(`${KEY}:pause:${playerId}`, JSON.stringify(record), "PX", RECORD_KEPT_MS);
  }

  async noteWait(queue: QueueName, waitedMs: number): Promise<void> {
    const key = `${KEY}:waits:${queueKey(queue)}`;
    const last = RECENT_WAITS - 1;
    await this.#redis.multi().lpush(key, Math.round(waitedMs)).ltrim(key, 0, last).exec();
  }

  async recentWaits(queue: QueueName): Promise<number[]> {
    return (await this.#redis.lrange(`${KEY}:waits:${queueKey(queue)}`, 0, RECENT_WAITS - 1)).map(Number);
  }

  #run(script: keyof typeof SCRIPTS, keys: readonly string[], ...values: readonly (string | number)[]) {
    return this.#redis.eval(SCRIPTS[script], keys.length, ...keys, ...values);
  }

  /** With who has accepted by now. */
  async #read(text: unknown): Promise<Proposal | null> {
    const proposal = parse(StoredProposal, text);
    if (proposal === null) return null;
    const ids = proposal.tickets.map(({ playerId }) => playerId);
    const answers = await this.#redis.hmget(PROPOSALS, ...ids.map((id) => `${proposal.id}:${id}`));
    return { ...proposal, accepted: ids.filter((_, at) => answers[at] === "yes") };
  }
}

/** There while somebody is held (queue-store.ts). */
function heldKey(playerId: string): string {
  return `${KEY}:held:${playerId}`;
}

function entry({ playerId, ticketId }: StoredTicket): readonly [string, string] {
  return [playerId, ticketId];
}

/** Null for nothing, and for what isn't ours. */
function parse<T>(shape: z.ZodType<T>, text: unknown): T | null {
  if (typeof text !== "string") return null;
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
