// The stock client, told what to do by lines on its standard input, and telling each thing it hears as a line of JSON.
// {"do":"connect","url":…} · {"do":"emit","args":[…],"ack":true} · {"do":"raw","transports":[…]} · {"do":"close"}
import { createInterface } from 'node:readline';
import { io } from 'socket.io-client';

const tell = (event, data) => process.stdout.write(JSON.stringify({ event, data: data ?? null }) + '\n');
let socket;

const commands = {
  connect({ url, options }) {
    socket = io(url, { transports: ['websocket'], reconnectionDelay: 100, reconnectionDelayMax: 500, forceNew: true, ...options });
    socket.on('connect', () => tell('connect', socket.id));
    socket.on('disconnect', reason => tell('disconnect', reason));
    socket.on('connect_error', error => tell('connect_error', error.message));
    socket.io.engine.on('ping', () => tell('ping'));
    socket.io.on('reconnect', () => tell('reconnect'));
    socket.onAny((event, data) => tell(event, data));
  },
  emit({ args, ack }) {
    socket.emit(...args, ...(ack ? [answer => tell('ack', answer)] : []));
  },
  close() {
    socket.disconnect();
    process.exit(0);
  },
};

createInterface({ input: process.stdin }).on('line', line => {
  const command = JSON.parse(line);
  commands[command.do](command);
}).on('close', () => process.exit(0));
