// Orders background work: seals what it needs to know, and puts it into the database. What does it: worker.ts.

import { randomUUID } from "node:crypto";
import type { EntityManager } from "@mikro-orm/core";
import type { Jobs } from "../../../db/repositories/jobs.ts";
import type { Sealer } from "../seal.ts";

export interface OrderOptions {
  /** At most 128 characters. Orders with the same key are one job; without one, each is its own. */
  readonly key?: string | undefined;
  /** The one of a transaction that the order is to be part of: no job, if that is taken back. */
  readonly em?: EntityManager | undefined;
}

/**
 * Resolves once the order is in the database.
 * @param payload anything that JSON can hold
 */
export type OrderJob = (kind: string, payload: unknown, options?: OrderOptions) => Promise<void>;

export function createOrderJob(jobs: Pick<Jobs, "add">, sealer: Sealer): OrderJob {
  return async (kind, payload, { key = null, em } = {}) => {
    const id = randomUUID();
    await jobs.add({ id, kind, key, payload: sealer.seal(JSON.stringify(payload), placeOf(id)) }, em);
  };
}

/** What was ordered. @throws Error when it was tampered with, or sealed with another secret */
export function readPayload(job: { readonly id: string; readonly payload: string }, sealer: Sealer): unknown {
  return JSON.parse(sealer.unseal(job.payload, placeOf(job.id)));
}

/** A payload that is moved to another row says nothing. */
function placeOf(id: string): string {
  return `jobs ${id}`;
}
