// Sends a recording, and shows what is like it. The server deletes it when it has listened to it.
import { ask, listenerId, Refusal, tell } from "./ask.js";
import { drawResults, drawSong, element } from "./view.js";

const LOOK_MILLIS = 400;
const KINDS = "audio/*,.mp3,.m4a,.aac,.flac,.ogg,.oga,.opus,.wav,.aif,.aiff,.wma,.ape,.wv,.caf,.amr,.mka";

const finder = document.querySelector(".finder");
const stage = document.getElementById("stage");
let limits = null;
let work = null;

const box = {
  doing: element("p", { role: "status" }),
  bar: element("progress", { max: "1", value: "0", "aria-label": "How far the recording is" }),
  cancel: element("button", { type: "button" }, "Cancel"),
  trouble: element("div", { class: "upload-trouble", role: "alert", hidden: "" }),
};
box.working = element("div", { class: "upload-working", hidden: "" }, [box.doing, box.bar, box.cancel]);
box.cancel.addEventListener("click", () => work?.cancel());

// ---- where a recording is taken

function drawPlace(uploads) {
  const about = `Up to ${uploads.maxMinutes} minutes and ${Math.round(uploads.maxBytes / 1024 / 1024)} MB, in any usual format. Segue listens to it once and deletes it.`;
  const input = element("input", { type: "file", class: "unseen", id: "upload-file", accept: KINDS, "aria-describedby": "upload-about" });
  input.addEventListener("change", () => {
    const [file] = input.files;
    input.value = "";
    if (file !== undefined) {
      take(file);
    }
  });
  const place = element("section", { class: "upload", id: "upload", "aria-label": "Start from a recording" }, [
    element("p", {}, [
      element("span", { class: "upload-drop" }, "Drop a recording of yours here, or "),
      element("label", { class: "upload-pick" }, [element("span", {}, "Choose a recording"), input]),
    ]),
    element("p", { class: "upload-about", id: "upload-about" }, about),
  ]);
  finder.append(place);
  let depth = 0;
  const holdsFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const lit = (on) => document.body.classList.toggle("dropping", on);
  addEventListener("dragenter", (event) => holdsFile(event) && lit(++depth > 0));
  addEventListener("dragleave", (event) => holdsFile(event) && lit((depth = Math.max(0, depth - 1)) > 0));
  addEventListener("dragover", (event) => holdsFile(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    depth = 0;
    lit(false);
    if (holdsFile(event)) {
      event.preventDefault();
      if (event.dataTransfer.files.length > 1) {
        trouble({ message: "These are several files.", hint: "Drop one recording." });
      } else if (event.dataTransfer.files.length === 1) {
        take(event.dataTransfer.files[0]);
      }
    }
  });
}

function drawAbsence(uploads) {
  finder.append(
    element("details", { class: "upload upload-off", id: "upload" }, [
      element("summary", {}, "Start from a recording of yours"),
      element("p", {}, `${uploads.reason} ${uploads.hint}`),
    ]),
  );
}

// ---- the way of a recording

/** One at a time: what is chosen while another is on its way waits for nobody, it takes its place. */
async function take(file) {
  await work?.cancel();
  box.trouble.hidden = true;
  if (file.size === 0) {
    trouble({ message: `${file.name} is empty.`, hint: "Choose another recording." });
    return;
  }
  if (file.size > limits.maxBytes) {
    trouble({
      message: `${file.name} has ${Math.ceil(file.size / 1024 / 1024)} MB; the most is ${Math.round(limits.maxBytes / 1024 / 1024)}.`,
      hint: "Send a part of it, or as MP3 or Opus.",
    });
    return;
  }
  const mine = { cancelled: false, job: null, request: null };
  mine.cancel = async () => {
    mine.cancelled = true;
    mine.request?.abort();
    finish(mine);
    if (mine.job !== null) {
      await tell(`api/jobs?id=${encodeURIComponent(mine.job)}`, undefined, { method: "DELETE" }).catch(() => {});
    }
  };
  work = mine;
  show(`Sending ${file.name} …`, 0);
  try {
    const { job } = await send(file, mine);
    mine.job = job;
    const answer = await result(file, mine);
    if (!mine.cancelled) {
      finish(mine);
      drawHeard(answer);
    }
  } catch (cause) {
    if (!mine.cancelled) {
      finish(mine);
      trouble(cause);
    }
  }
}

function send(file, mine) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    mine.request = request;
    request.open("POST", `api/upload?name=${encodeURIComponent(file.name.slice(-200))}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Segue-Listener", listenerId());
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (!mine.cancelled && event.lengthComputable) {
        show(`Sending ${file.name} …`, 0.4 * (event.loaded / event.total));
      }
    });
    request.addEventListener("load", () => {
      if (request.status === 202) {
        done(request.response);
      } else {
        fail(new Refusal(request.response?.error ?? { message: "The server's answer cannot be read." }));
      }
    });
    request.addEventListener("abort", () => fail(new Refusal({ message: "It was not sent." })));
    request.addEventListener("error", () =>
      fail(new Refusal({ message: "The recording could not be sent.", hint: "The server does not answer, or does not take it. Try again." })),
    );
    request.send(file);
  });
}

async function result(file, mine) {
  while (!mine.cancelled) {
    const job = await ask("api/jobs", { id: mine.job });
    if (job.state === "done") {
      return job.result;
    }
    if (job.state === "failed" || job.state === "cancelled") {
      throw new Refusal(job.error ?? { message: "Listening was stopped.", hint: "Send it again." });
    }
    if (!mine.cancelled) {
      if (job.state === "waiting") {
        show(`${file.name} waits for its turn, place ${job.place} …`, 0.4);
      } else {
        show(job.fraction < 0.4 ? `Listening to ${file.name} …` : `Measuring ${file.name} …`, 0.4 + 0.6 * job.fraction);
      }
    }
    await new Promise((later) => setTimeout(later, LOOK_MILLIS));
  }
  throw new Refusal({ message: "It was cancelled." });
}

function show(text, fraction) {
  if (box.doing.textContent !== text) {
    box.doing.textContent = text;
  }
  box.bar.value = fraction;
  box.working.hidden = false;
}

function finish(mine) {
  if (work === mine) {
    work = null;
    box.working.hidden = true;
  }
}

function trouble({ message, hint = "" }) {
  box.trouble.replaceChildren(element("b", {}, message), hint === "" ? "" : ` ${hint}`);
  box.trouble.hidden = false;
}

// ---- what is like it

function goTo(id) {
  history.pushState(null, "", `./?id=${encodeURIComponent(id)}`);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

function drawHeard(answer) {
  leave();
  const card = element("article", { class: "card", "aria-label": "Your recording" });
  const list = element("ol", { class: "results" });
  const heard = element("div", { class: "stage", id: "heard" }, [
    card,
    element("section", { class: "answers panel", "aria-labelledby": "heard-title" }, [
      element("h2", { class: "heard-title", id: "heard-title" }, "Most like your recording"),
      list,
      element("p", { class: "summary" }, `Found by ${answer.metric} distance. Your recording has been deleted from the server; this answer goes when you leave it.`),
    ]),
  ]);
  drawSong(card, answer.song);
  card.querySelector(".eyebrow").textContent = "Your recording";
  card.querySelector(".on-map")?.remove();
  card.querySelector("h2").id = "heard-name";
  if (answer.warning !== null) {
    card.querySelector(".features").before(element("p", { class: "heard-warning" }, `This file ${answer.warning}.`));
  }
  drawResults(list, answer, { hrefOf: (id) => `./?id=${encodeURIComponent(id)}`, open: goTo });
  // An entry of its own in the history, so that the back button leads to what was shown before.
  history.pushState(null, "", "./#recording");
  document.title = `${answer.song.name} · Segue`;
  document.body.classList.remove("landing");
  stage.hidden = true;
  stage.before(heard);
  scrollTo({ top: 0 });
  card.querySelector("h2").focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent("segue:heard", { detail: { answer } }));
}

function leave() {
  document.getElementById("heard")?.remove();
}

document.addEventListener("segue:answer", leave);
addEventListener("popstate", leave);
document.getElementById("home").addEventListener("click", (event) => {
  if (document.getElementById("heard") !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    history.pushState(null, "", "./");
    window.dispatchEvent(new PopStateEvent("popstate"));
  }
});

async function begin() {
  try {
    const { uploads } = await ask("api/status");
    if (uploads === undefined) {
      return;
    }
    limits = uploads;
    finder.append(box.working, box.trouble);
    (uploads.available ? drawPlace : drawAbsence)(uploads);
  } catch {
    // the page itself says that the server is gone
  }
}

begin();
