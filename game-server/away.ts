// Something that this process needs cannot be reached now, and will be again: answered with 503, and tried again by the page.

export class Away extends Error {
  /** @param what "Redis" */
  constructor(what: string, cause?: unknown) {
    super(`${what} is away`, { cause });
    this.name = "Away";
  }
}
