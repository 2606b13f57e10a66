// Opens and closes pages as the address changes: links, buttons, Back and Forward. On the History API.
// A page may ask before it is left; Back has then already happened, so it is undone first and done again if the answer is yes.

import type { OpenPage, PageContext } from "./page-context.ts";
import type { Params } from "./routes.ts";
import type { Visitor } from "./visitor.ts";

export interface RouterOptions {
  readonly outlet: HTMLElement;
  readonly visitor: Visitor;
  find(path: string): { load: () => Promise<OpenPage>; params: Params };
  /** Shows an error in place of a page. */
  fail(context: PageContext, error: unknown): void;
}

/** Opens the page of the present address, and from now on that of each address that is gone to. */
export function startRouter(options: RouterOptions): Pick<PageContext, "go"> {
  const router = new Router(options);
  document.addEventListener("click", (event) => {
    const path = pathOfLink(event);
    if (path === null) return;
    event.preventDefault();
    void router.go(path, "push");
  });
  addEventListener("popstate", (event) => void router.step(event.state));
  void router.show();
  return { go: (path, how = "push") => void router.go(path, how) };
}

class Router {
  readonly #options: RouterOptions;
  /** Where in the history we are: written into each of its entries. */
  #index = indexOf(history.state) ?? 0;
  /** Aborts when the open page is left. */
  #left = new AbortController();
  #mayLeave: (() => Promise<boolean>) | null = null;
  /** Steps through the history that are our own doing and still to be heard of. */
  #ownSteps = 0;
  #isFirst = true;

  constructor(options: RouterOptions) {
    this.#options = options;
    history.replaceState({ index: this.#index }, "");
  }

  async go(path: string, how: "push" | "replace"): Promise<void> {
    if (!(await this.#asked())) return;
    if (how === "push") this.#index++;
    const state = { index: this.#index };
    if (how === "push") history.pushState(state, "", path);
    else history.replaceState(state, "", path);
    scrollTo(0, 0);
    await this.show();
  }

  /** Back or Forward has happened, to the entry with this state. */
  async step(state: unknown): Promise<void> {
    if (this.#ownSteps > 0) {
      this.#ownSteps--;
      return;
    }
    const steps = (indexOf(state) ?? 0) - this.#index;
    if (this.#mayLeave !== null && steps !== 0) {
      this.#ownSteps++;
      history.go(-steps);
      if (await this.#asked()) history.go(steps);
      return;
    }
    this.#index += steps;
    await this.show();
  }

  /** Opens the page of the present address. */
  async show(): Promise<void> {
    const signal = this.#leave();
    const { load, params } = this.#options.find(location.pathname);
    const context = this.#createPlace(params, signal);
    try {
      const open = await load();
      if (signal.aborted) return;
      this.#options.outlet.replaceChildren(context.root);
      await open(context);
    } catch (error) {
      context.fail(error);
    }
  }

  /** Whether the page may be left; once it may, it is not asked again. */
  async #asked(): Promise<boolean> {
    const leaving = this.#left;
    if (this.#mayLeave !== null && !(await this.#mayLeave())) return false;
    if (leaving !== this.#left) return false;
    this.#mayLeave = null;
    return true;
  }

  /** Frees the open page; returns the abort controller of the next one. */
  #leave(): AbortSignal {
    this.#left.abort();
    this.#left = new AbortController();
    this.#mayLeave = null;
    return this.#left.signal;
  }

  #createPlace(params: Params, left: AbortSignal): PageContext {
    const root = document.createElement("div");
    root.className = "page";
    return {
      root,
      params,
      visitor: this.#options.visitor,
      left,
      announce: (title) => {
        if (!left.aborted) this.#arrive(root, title);
      },
      go: (path, how = "push") => void this.go(path, how),
      reopen: () => void this.show(),
      fail: (error) => {
        if (left.aborted) return;
        const instead = this.#createPlace(params, this.#leave());
        this.#options.outlet.replaceChildren(instead.root);
        this.#options.fail(instead, error);
      },
      guard: (mayLeave) => {
        if (!left.aborted) this.#mayLeave = mayLeave;
      },
    };
  }

  #arrive(root: HTMLElement, title: string): void {
    document.title = title;
    const heading = root.querySelector<HTMLElement>("h1");
    if (heading !== null) heading.tabIndex = -1;
    // The first page is read from the top anyway; a field that has the focus keeps it.
    if (!this.#isFirst && !root.contains(document.activeElement)) heading?.focus({ preventScroll: true });
    this.#isFirst = false;
  }
}

function indexOf(state: unknown): number | null {
  const index = (state as { index?: unknown } | null)?.index;
  return typeof index === "number" ? index : null;
}

/** The path of one of our links that was clicked plainly, otherwise null. */
function pathOfLink(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest("a");
  if (!link || link.target !== "" || link.hasAttribute("download") || link.origin !== location.origin) return null;
  if (link.hash !== "" && link.pathname === location.pathname) return null;
  return link.pathname + link.search + link.hash;
}
