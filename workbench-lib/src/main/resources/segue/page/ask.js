// Asks the server. Who visits is a random id of this browser's, sent as a header, so that no other site can ask in its name.

const BUSY_RETRIES = 3;
const STORED_AS = "segue.listener";

let listener = null;

/** This browser's id: whoever has it can read and delete what is stored under it. */
export function listenerId() {
  if (listener === null) {
    try {
      listener = localStorage.getItem(STORED_AS);
    } catch {
      // a browser may forbid storage: then the id lasts until the page is left
    }
    if (!/^[A-Za-z0-9_-]{16,64}$/.test(listener ?? "")) {
      renew();
    }
  }
  return listener;
}

/** Forgets who visited: what comes is somebody new's. */
export function renew() {
  listener = randomToken();
  try {
    localStorage.setItem(STORED_AS, listener);
  } catch {
    // see listenerId()
  }
}

/** 128 random bits, as 32 letters and digits. */
export function randomToken() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A refusal of the server, or its absence (`gone`). */
export class Refusal extends Error {
  constructor({ code = "", message, hint = "", gone = false }) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.gone = gone;
  }
}

/**
 * GETs JSON; where the server is busy it asks again.
 *
 * @param parameters of the query; arrays give a parameter several values, null and undefined none
 */
export function ask(path, parameters = {}, signal = undefined, retries = BUSY_RETRIES) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== null && one !== undefined) {
        query.append(name, one);
      }
    }
  }
  const text = query.toString();
  return send(text === "" ? path : `${path}?${text}`, { signal }, retries);
}

/** POSTs JSON (or another method's), and gets JSON; where the server is busy it asks again, so make it safe to repeat. */
export function tell(path, body, { method = "POST", signal = undefined, retries = BUSY_RETRIES } = {}) {
  const options = { method, signal };
  if (body !== undefined) {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  return send(path, options, retries);
}

async function send(address, options, retries) {
  let response;
  try {
    response = await fetch(address, { ...options, headers: { ...options.headers, "Segue-Listener": listenerId() } });
  } catch (cause) {
    if (cause.name === "AbortError") {
      throw cause;
    }
    throw new Refusal({ message: "The server does not answer.", gone: true });
  }
  if (response.status === 503 && retries > 0) {
    const seconds = Number(response.headers.get("Retry-After")) || 1;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    options.signal?.throwIfAborted();
    return send(address, options, retries - 1);
  }
  let body = null;
  try {
    body = await response.json();
  } catch (cause) {
    if (cause.name === "AbortError") {
      throw cause;
    }
  }
  if (!response.ok || body === null) {
    throw new Refusal(body?.error ?? { message: "The server's answer cannot be read." });
  }
  return body;
}
