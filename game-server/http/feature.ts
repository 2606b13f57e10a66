// What a feature adds to the server. Each has a folder, whose feature.ts is all that others import;
// app/features.ts lists them.

import type { RequestHandler } from "express";
import type { RoomClass, RoomDependencies } from "../../rooms/dependencies.ts";
import type { CleanUp } from "../platform/clean-up.ts";
import type { JobHandler } from "../platform/jobs/run-job.ts";
import type { Api } from "./serve.ts";

export interface Feature {
  /** Serves its endpoints. */
  routes?(api: Api): void;
  /** Below /api, before there are sessions: for anonymous requests. */
  readonly sessionless?: RequestHandler;
  /** Routes that are not endpoints, by the path where they are mounted. Below /auth there is a session. */
  readonly pages?: Readonly<Record<string, RequestHandler>>;
  /** Below /admin, for operators alone. */
  readonly operatorPages?: RequestHandler;
  rooms?(dependencies: RoomDependencies): readonly RoomDefinition[];
  /** Background work, by kind. */
  readonly jobs?: Readonly<Record<string, JobHandler>>;
  readonly cleanUp?: CleanUp;
  /** The server is about to shut down: ends what would keep it waiting, while the rooms still exist. */
  interrupt?(): void;
  /** After the rooms are gone; the database is still there. */
  close?(): Promise<void> | void;
}

export interface RoomDefinition {
  readonly name: string;
  readonly room: RoomClass;
  /** One exists in each process from the start, to be joined by name. */
  readonly isAlwaysOpen: boolean;
}
