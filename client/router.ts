// Opens and closes pages as the address changes: links, buttons, Back and Forward. On the History API.
// A page may ask before it is left; Back has then already happened, so it is undone first and done again if the answer is yes.

import type { OpenPage, Place } from "./place.ts";
import type { Params } from "./routes.ts";
import type { Visitor } from "./visitor.ts";

export interface RouterOptions {
  readonly outlet: HTMLElement;
  readonly visitor: Visitor;
  find(path: string): { load: () => Promise<OpenPage>; params: Params };
  /** Shows an error in place of a page. */
  fail(place: Place, error: unknown): void;
}

/** Starts with the present address. */
export function startRouter(options: RouterOptions): void {
  let index = indexOf(history.state) ?? 0;
  let left = new AbortController();
  let mayLeave: (() => Promise<boolean>) | null = null;
  /** Steps through the history that were our own doing. */
  let ownSteps = 0;
  let first = true;

  history.replaceState({ index }, "");
  document.addEventListener("click", (event) => {
    const path = pathOfLink(event);
    if (path === null) return;
    event.preventDefault();
    void go(path, "push");
  });
  addEventListener("popstate", (event) => void step(event.state));
  void show();

  async function go(path: string, how: "push" | "replace"): Promise<void> {
    if (!(await asked())) return;
    if (how === "push") index++;
    history[how === "push" ? "pushState" : "replaceState"]({ index }, "", path);
    scrollTo(0, 0);
    await show();
  }

  async function step(state: unknown): Promise<void> {
    if (ownSteps > 0) {
      ownSteps--;
      return;
    }
    const steps = (indexOf(state) ?? 0) - index;
    if (mayLeave !== null && steps !== 0) {
      ownSteps++;
      history.go(-steps);
      if (!(await asked())) return;
      history.go(steps);
      return;
    }
    index += steps;
    await show();
  }

  /** Whether the page may be left; once it may, it is not asked again. */
  async function asked(): Promise<boolean> {
    const leaving = left;
    if (mayLeave !== null && !(await mayLeave())) return false;
    if (leaving !== left) return false;
    mayLeave = null;
    return true;
  }

  async function show(): Promise<void> {
    left.abort();
    left = new AbortController();
    mayLeave = null;
    const { signal } = left;
    const { load, params } = options.find(location.pathname);
    const place = createPlace(params, signal);
    try {
      const open = await load();
      if (signal.aborted) return;
      options.outlet.replaceChildren(place.root);
      await open(place);
    } catch (error) {
      place.fail(error);
    }
  }

  function createPlace(params: Params, signal: AbortSignal): Place {
    let root = document.createElement("div");
    root.className = "page";
    return {
      get root() {
        return root;
      },
      params,
      visitor: options.visitor,
      left: signal,
      arrive(title) {
        if (signal.aborted) return;
        document.title = title;
        const heading = root.querySelector<HTMLElement>("h1");
        if (heading !== null) heading.tabIndex = -1;
        // The first page is read from the top anyway; a field that has the focus keeps it.
        if (!first && !root.contains(document.activeElement)) heading?.focus({ preventScroll: true });
        first = false;
      },
      go: (path, how = "push") => void go(path, how),
      reopen: () => void show(),
      fail(error) {
        if (signal.aborted) return;
        left.abort();
        left = new AbortController();
        mayLeave = null;
        const instead = createPlace(params, left.signal);
        root = instead.root as HTMLDivElement;
        options.outlet.replaceChildren(root);
        options.fail(instead, error);
      },
      guard(ask) {
        if (!signal.aborted) mayLeave = ask;
      },
    };
  }
}

function indexOf(state: unknown): number | null {
  const index = (state as { index?: unknown } | null)?.index;
  return typeof index === "number" ? index : null;
}

/** The path of a link of ours that was clicked plainly, otherwise null. */
function pathOfLink(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = (event.target as Element | null)?.closest("a");
  if (!link || link.target !== "" || link.hasAttribute("download") || link.origin !== location.origin) return null;
  if (link.hash !== "" && link.pathname === location.pathname) return null;
  return link.pathname + link.search;
}
