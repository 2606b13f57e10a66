// The focus on a page whose rows come and go: it is not lost with a button that is no longer there, so whoever reads with their ears
// or moves by keys stays where something happens.

export class PageFocus {
  readonly #root: HTMLElement;
  /** The challenge whose row is to have it as soon as it is shown. */
  #wantedId: string | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** From the next time on that the row of this challenge is shown. */
  toChallenge(id: string): void {
    this.#wantedId = id;
  }

  /** Renders the page, and finds the focus a place if what had it has gone. */
  keep(render: () => void): void {
    const hadIt = this.#root.contains(document.activeElement);
    render();
    const row = this.#rowOf(this.#wantedId);
    if (row !== null) {
      this.#wantedId = null;
      row.focus();
    } else if (hadIt) this.find();
  }

  /** On the heading, where nothing has it. */
  find(): void {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) this.#root.querySelector<HTMLElement>("h1")?.focus();
  }

  #rowOf(id: string | null): HTMLElement | null {
    return id === null ? null : this.#root.querySelector<HTMLElement>(`[data-challenge="${CSS.escape(id)}"]`);
  }
}
