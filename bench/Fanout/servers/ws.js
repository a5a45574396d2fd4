// The broadcast of the `ws` package: POST /publish goes to every WebSocket.
const { createServer } = require('http');
const { WebSocket, WebSocketServer } = require('ws');

const server = createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    const update = Buffer.concat(parts);
    for (const client of sockets.clients) {
      if (client.readyState === WebSocket.OPEN) {
        client.send(update, { binary: false });
      }
    }
    response.end();
  });
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
server.listen(Number(process.argv[2]), '127.0.0.1', 65535);
