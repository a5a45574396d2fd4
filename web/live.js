// One channel over one WebSocket: keeps the position, notices a hole, and comes back by itself with what it had.

const longestWait = 10_000;
const silence = 45_000;

export class LiveChannel {
  #channel;
  #handlers;
  #socket = null;
  #position = null;
  #failures = 0;
  #timers = new Set();
  #watchdog = 0;

  // handlers: full(data), update(message), state(name, seconds)
  constructor(channel, handlers) {
    this.#channel = channel;
    this.#handlers = handlers;
    this.#connect();
  }

  close() {
    this.#timers.forEach(clearTimeout);
    clearTimeout(this.#watchdog);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
  }

  #connect() {
    this.#handlers.state("connecting");
    const socket = new WebSocket(new URL("ws", document.baseURI.replace(/^http/, "ws")));
    this.#socket = socket;
    socket.onopen = () => this.#subscribe();
    socket.onmessage = ({ data }) => this.#socket === socket && this.#take(JSON.parse(data));
    socket.onclose = () => this.#socket === socket && this.#comeBack();
    this.#listen();
  }

  #subscribe() {
    const since = this.#position && `${this.#position.epoch}:${this.#position.seq}`;
    this.#say({ type: "subscribe", channel: this.#channel, ...(since && { since }) });
  }

  #say(message) {
    this.#socket.send(JSON.stringify(message));
  }

  #take(message) {
    this.#listen();
    switch (message.type) {
      case "subscribed":
        this.#failures = 0;
        this.#handlers.state("live");
        break;
      case "error":
        this.#handlers.state("lost", message.data.message);
        break;
      case "full":
        this.#position = { epoch: message.epoch, seq: message.seq };
        this.#handlers.full(message.data);
        break;
      default:
        if (Number.isInteger(message.seq)) {
          this.#follow(message);
        }
    }
  }

  #follow(message) {
    const before = message.prev ?? message.seq - 1;
    if (message.epoch !== this.#position?.epoch || before !== this.#position.seq) {
      this.#subscribe();
      return;
    }

    this.#position.seq = message.seq;
    this.#handlers.update(message);
  }

  // A browser shows no pings, so a connection that died without a word is found by asking after some silence.
  #listen() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      if (this.#socket?.readyState === WebSocket.OPEN) {
        this.#say({ type: "ping" });
      }

      this.#watchdog = setTimeout(() => this.#comeBack(), longestWait);
    }, silence);
  }

  #comeBack() {
    clearTimeout(this.#watchdog);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    const wait = Math.random() * Math.min(longestWait, 1_000 * 2 ** this.#failures++) + 200;
    this.#handlers.state("lost", `Connection lost; next try in ${Math.ceil(wait / 1_000)} s`);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#connect();
    }, wait);
    this.#timers.add(timer);
  }
}
