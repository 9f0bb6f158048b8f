// In a notebook nobody presses a key to find out that the kernel has ended: this asks from time to time.

const ALIVE_MILLIS = 3000;

export const framed = window.top !== window;

/** What the person can do where the page does not answer any more. */
export const howToStartAgain = framed ? "Run the notebook's cell again" : "Start it again with ./segue page";

/**
 * Tells when the page has gone; only where it is seen, and only in a frame.
 *
 * @param isGone whether that is known already
 */
export function watch(isGone, gone) {
  if (!framed) {
    return;
  }
  setInterval(async () => {
    if (document.hidden || isGone()) {
      return;
    }
    try {
      await fetch("health", { cache: "no-store" });
    } catch {
      gone();
    }
  }, ALIVE_MILLIS);
}
