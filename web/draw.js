// Puts what is known onto the page. Text goes in as text, never as markup.

const classes = [["cw", "cwContacts", "CW"], ["ssb", "ssbContacts", "phone"], ["ftx", "ftxContacts", "digital"]];
const hoursShown = 48;
const roomForBars = 85;
const byId = id => document.getElementById(id);
const numbers = new Intl.NumberFormat("en");

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text ?? "";
  if (className) {
    made.className = className;
  }

  return made;
}

export function drawState(state, text) {
  const line = byId("state");
  line.dataset.state = state;
  line.textContent = text ?? { live: "Live", connecting: "Connecting …", lost: "Connection lost" }[state];
}

export function draw(contest, rows) {
  if (!contest.card) {
    return;
  }

  const { qsos, dupes, points } = contest.totals;
  const figures = { qsos, dupes, points, multipliers: contest.multipliers, score: contest.score };
  for (const [id, figure] of Object.entries(figures)) {
    byId(id).textContent = figure === null ? "–" : numbers.format(figure);
  }

  byId("name").textContent = contest.card.name;
  document.title = `${numbers.format(qsos)} · ${contest.card.name}`;
  drawLog(contest, rows);
  drawScoreboard(contest.scoreboard);
  drawBands(contest.activity);
  drawHours([...contest.hours.values()].filter(hour => hour.totalQsos > 0)
    .sort((one, other) => one.periodStart.localeCompare(other.periodStart)).slice(-hoursShown));
}

function drawLog(contest, rows) {
  byId("log").replaceChildren(...contest.tail.slice(0, rows).map(entry => {
    const row = element("tr");
    const call = element("td", entry.callsign, "call");
    const mark = entry.mergedIntoId ? "merged" : entry.isDupe ? "dupe" : null;
    if (mark) {
      row.classList.add("uncounted");
      call.append(element("span", mark, "mark"));
    }

    row.classList.toggle("fresh", contest.isFresh(entry));
    row.append(
      element("td", `${entry.qsoDate.slice(5)} ${entry.qsoTime}`), call, element("td", entry.band), element("td", entry.mode),
      element("td", [entry.rstRcvd, entry.exchange].filter(Boolean).join(" ")), element("td", entry.stationId),
      element("td", entry.operatorCallsign), element("td", entry.points, "number"));
    return row;
  }));
}

function drawScoreboard(rows) {
  byId("scoreboard").replaceChildren(...rows.map(row => {
    const line = element("tr");
    const name = element("th", row.operator);
    name.scope = "row";
    const figures = [row.qsos, row.cwContacts, row.ssbContacts, row.ftxContacts, row.points];
    line.append(name, ...figures.map(figure => element("td", numbers.format(figure), "number")));
    return line;
  }));
}

function drawBands(bands) {
  const most = Math.max(1, ...bands.map(band => band.qsos));
  const lines = bands.map(band => {
    const line = element("li");
    const bar = element("div", "", "bar");
    bar.style.width = `${band.qsos / most * 100}%`;
    line.title = Object.entries(band.modes).map(([mode, qsos]) => `${mode} ${qsos}`).join(", ");
    line.append(element("span", /^\d+$/.test(band.band) ? `${band.band} m` : band.band), bar, element("span", numbers.format(band.qsos), "number"));
    return line;
  });
  byId("bands").replaceChildren(...(lines.length ? lines : [element("li", "Quiet", "quiet")]));
}

function drawHours(hours) {
  const list = byId("hours");
  const isAtEnd = list.scrollLeft + list.clientWidth >= list.scrollWidth - 1;
  const most = Math.max(1, ...hours.map(hour => hour.totalQsos));
  list.replaceChildren(...hours.map(hour => {
    const item = element("li");
    const column = element("div", "", "column");
    column.setAttribute("role", "img");
    column.setAttribute("aria-label", classes.map(([, member, name]) => `${hour[member]} ${name}`).join(", "));
    for (const [className, member] of classes.filter(([, member]) => hour[member] > 0)) {
      const part = element("i", "", className);
      part.style.height = `${hour[member] / most * roomForBars}%`;
      column.append(part);
    }

    column.append(element("b", numbers.format(hour.totalQsos)));
    item.append(column, element("span", `${hour.periodStart.slice(11, 13)}h`));
    item.title = hour.periodStart.slice(0, 16).replace("T", " ");
    return item;
  }));
  if (isAtEnd) {
    list.scrollLeft = list.scrollWidth;
  }
}
