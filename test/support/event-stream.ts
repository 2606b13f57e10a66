// Server-sent events as a tool reads them: over fetch, taken apart by the format's rules.

interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

export class EventStream {
  readonly events: StreamEvent[] = [];
  /** Comments, which keep the connection open. */
  comments = 0;
  /** Resolves when the server ends it, or it was closed. */
  readonly ended: Promise<void>;
  readonly #cut: AbortController;

  private constructor(response: Response, cut: AbortController) {
    this.#cut = cut;
    this.ended = this.#read(response);
  }

  /** @throws Error with the status when it is refused */
  static async open(url: string, lastId?: string): Promise<EventStream> {
    const cut = new AbortController();
    const headers = { accept: "text/event-stream", ...(lastId === undefined ? {} : { "last-event-id": lastId }) };
    const response = await fetch(url, { headers, signal: cut.signal });
    if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
    return new EventStream(response, cut);
  }

  /** The data of all events of a name, in order. */
  named(name: string): Record<string, unknown>[] {
    return this.events.filter(({ event }) => event === name).map(({ data }) => data as Record<string, unknown>);
  }

  close(): void {
    this.#cut.abort();
  }

  async #read(response: Response): Promise<void> {
    let rest = "";
    try {
      for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
        const blocks = (rest + text).split("\n\n");
        rest = blocks.pop() ?? "";
        for (const block of blocks) this.#take(block);
      }
    } catch (error) {
      if (!this.#cut.signal.aborted) throw error;
    }
  }

  #take(block: string): void {
    const fields = new Map(
      block.split("\n").map((line) => {
        const at = line.indexOf(":");
        return [line.slice(0, at), line.slice(at + 1).trimStart()];
      }),
    );
    const [id, event, data] = ["id", "event", "data"].map((name) => fields.get(name));
    if (id !== undefined && event !== undefined) this.events.push({ id, event, data: JSON.parse(data ?? "null") });
    else if (fields.has("")) this.comments++;
  }
}
