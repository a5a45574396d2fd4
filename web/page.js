import { Contest } from "./contest.js";
import { LiveChannel } from "./live.js";
import { draw, drawState } from "./draw.js";

const rowsShown = 100;
const redrawEvery = 2_000;
const bandsEvery = 60_000;
const listEvery = 2_000;

const choice = document.getElementById("contests");
let contest = null;
let live = null;
let isDrawing = false;

async function ask(path) {
  const answer = await fetch(`api/${path}`);
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }

  return answer.json();
}

// A call that fails leaves what is shown as it is: the connection's state says the rest, and the next round asks again.
function quietly(work) {
  return work().catch(fault => console.warn(fault.message));
}

function redraw() {
  if (!isDrawing) {
    isDrawing = true;
    requestAnimationFrame(() => {
      isDrawing = false;
      draw(contest, rowsShown);
    });
  }
}

async function readRest(id) {
  const mine = contest;
  const query = `contestId=${encodeURIComponent(id)}`;
  const [tail, statistics] = await Promise.all([ask(`logs?limit=${rowsShown}&${query}`), ask(`stats/contest?${query}`)]);
  if (contest === mine) {
    mine.addTail(tail);
    mine.multipliers ??= statistics.mults;
    redraw();
  }
}

async function readBands(id) {
  const mine = contest;
  mine.setBands(await ask(`stats/band-occupancy?contestId=${encodeURIComponent(id)}`));
  redraw();
}

function watch(id) {
  live?.close();
  contest = new Contest();
  location.hash = encodeURIComponent(id);
  live = new LiveChannel(`contest:${id}`, {
    state: drawState,
    full: data => {
      contest.begin(data);
      redraw();
      quietly(() => readRest(id));
    },
    update: message => {
      contest.apply(message);
      redraw();
    },
  });
}

function show(contests) {
  const wanted = choice.value || decodeURIComponent(location.hash.slice(1));
  const options = contests.map(({ id, name }) => new Option(name === id ? id : `${name} (${id})`, id));
  document.getElementById("nothing").hidden = contests.length > 0;
  document.getElementById("contest").hidden = contests.length === 0;
  choice.replaceChildren(...options);
  const newest = contests.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))[0];
  choice.value = contests.some(({ id }) => id === wanted) ? wanted : newest?.id ?? "";
  if (choice.value && !live) {
    watch(choice.value);
  }
}

async function readList() {
  const contests = await ask("contests");
  const list = JSON.stringify(contests.map(({ id, name }) => [id, name]));
  if (list !== choice.dataset.list) {
    choice.dataset.list = list;
    show(contests);
  }

  if (!live) {
    drawState("live", "No contest to watch yet");
  }
}

document.getElementById("how").textContent =
  `curl -X POST ${new URL("api/contests", document.baseURI)} -H 'X-Master-Key: …' -H 'Content-Type: application/json' \\\n`
  + `  -d '{"id":"fd-26","name":"Field Day 2026","rules":"ARRL-FD","open":true}'`;
choice.addEventListener("change", () => watch(choice.value));
choice.addEventListener("pointerdown", () => quietly(readList));
choice.addEventListener("focus", () => quietly(readList));
setInterval(() => live || quietly(readList), listEvery);
setInterval(() => live && redraw(), redrawEvery);
setInterval(() => live && quietly(() => readBands(choice.value)), bandsEvery);
quietly(readList);
