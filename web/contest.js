// What the page knows of one contest: begun by a full state, kept current by updates.

const entriesKept = 200;
const freshFor = 3_000;
const hour = 3_600_000;

export class Contest {
  card = null;
  multipliers = null;
  hours = new Map();
  operators = new Map();
  entries = new Map();
  bands = new Map();
  #gone = new Set();
  #arrivals = new Map();

  begin(full) {
    this.card = full.contest;
    this.hours = new Map(full.aggregates.map(period => [period.periodStart, period]));
    this.operators = new Map(full.scoreboard.map(row => [row.operator, row]));
    this.multipliers = null;
    this.setBands(full.bandOccupancy);
    this.entries.clear();
    this.#gone.clear();
  }

  apply({ type, data, scoreboard, multipliers }) {
    switch (type) {
      case "logEntry:created":
        this.#count(data);
      // falls through: it is put into the log like a changed one
      case "logEntry:updated":
        this.#arrivals.set(data.id, Date.now());
        this.#put(data);
        break;
      case "logEntry:deleted":
        this.#gone.add(data.id);
        this.entries.delete(data.id);
        break;
      case "aggregate:updated":
        this.hours.set(data.periodStart, data);
        scoreboard?.forEach(row => this.operators.set(row.operator, row));
        this.multipliers = multipliers ?? this.multipliers;
        break;
    }
  }

  // The last 60 minutes as the gateway counts them; until it is asked again, what comes is added and nothing grows old.
  setBands(occupancy) {
    this.bands = new Map(occupancy.bands.map(band => [band.band, band]));
  }

  // The end of the log as it was read some moments ago: what updates have said since is newer.
  addTail(entries) {
    for (const entry of entries) {
      if (!this.#gone.has(entry.id) && !this.entries.has(entry.id)) {
        this.#put(entry);
      }
    }
  }

  // Whether it came, or changed, a moment ago, before the watcher's eyes.
  isFresh(entry) {
    return Date.now() - (this.#arrivals.get(entry.id) ?? 0) < freshFor;
  }

  // Newest first.
  get tail() {
    return [...this.entries.values()].sort((one, other) => numberOf(other) - numberOf(one));
  }

  get scoreboard() {
    return [...this.operators.values()].filter(row => row.qsos > 0)
      .sort((one, other) => other.qsos - one.qsos || one.operator.localeCompare(other.operator));
  }

  get activity() {
    return [...this.bands.values()].sort((one, other) => other.qsos - one.qsos || one.band.localeCompare(other.band));
  }

  get totals() {
    const sum = of => [...this.hours.values()].reduce((total, period) => total + of(period), 0);
    return { qsos: sum(period => period.totalQsos), dupes: sum(period => period.totalDupes), points: sum(period => period.points) };
  }

  get score() {
    const { rules, powerMultiplier } = this.card;
    const factor = rules.multiplies ? Math.max(1, this.multipliers ?? 0) : 1;
    return this.totals.points * factor * powerMultiplier;
  }

  #count({ band, mode, qsoDate, qsoTime, createdAt }) {
    const age = Date.parse(createdAt) - Date.parse(`${qsoDate}T${qsoTime}Z`);
    if (age >= 0 && age <= hour) {
      const { qsos, modes } = this.bands.get(band) ?? { qsos: 0, modes: {} };
      this.bands.set(band, { band, qsos: qsos + 1, modes: { ...modes, [mode]: (modes[mode] ?? 0) + 1 } });
    }
  }

  #put(entry) {
    this.entries.set(entry.id, entry);
    if (this.entries.size > entriesKept * 2) {
      this.entries = new Map(this.tail.slice(0, entriesKept).map(kept => [kept.id, kept]));
      this.#arrivals.clear();
    }
  }
}

function numberOf(entry) {
  return Number(entry.id.slice(entry.id.lastIndexOf(".") + 1));
}
