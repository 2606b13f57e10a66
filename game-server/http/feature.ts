// What a feature adds to the server. Each has a folder, whose feature.ts makes it and is all of it that others import;
// app/features.ts lists them.

import type { RequestHandler } from "express";
import type { RoomClass, RoomDependencies } from "../../rooms/dependencies.ts";
import type { CleanUp } from "../platform/clean-up.ts";
import type { JobHandler } from "../platform/jobs/run-job.ts";
import type { Api } from "./serve.ts";

export interface Feature {
  /** Serves its endpoints. */
  routes?(api: Api): void;
  /** Below /api, before there are sessions: nobody has to be anybody. */
  readonly sessionless?: RequestHandler;
  /** What is no endpoint, by the path where it is mounted. Below /auth there is a session. */
  readonly pages?: Readonly<Record<string, RequestHandler>>;
  /** Below /admin, for operators alone. */
  readonly operatorPages?: RequestHandler;
  rooms?(dependencies: RoomDependencies): readonly RoomDefinition[];
  /** Background work, by kind. */
  readonly jobs?: Readonly<Record<string, JobHandler>>;
  readonly cleanUp?: CleanUp;
  /** The server is about to end: lets go of what would wait for it, while the rooms still stand. */
  interrupt?(): void;
  /** After the rooms are gone; the database is still there. */
  close?(): Promise<void> | void;
}

export interface RoomDefinition {
  readonly name: string;
  readonly room: RoomClass;
  /** One stands in each process from the start, for whoever joins by the name. */
  readonly isAlwaysOpen: boolean;
}
