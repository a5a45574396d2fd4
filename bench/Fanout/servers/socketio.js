// The broadcast of Socket.IO: POST /publish goes to every client. It encodes a packet once for all of them.
const { createServer } = require('http');
const { Server } = require('socket.io');

const server = createServer((request, response) => {
  if (request.url !== '/publish') {
    return;
  }
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    io.emit('update', JSON.parse(Buffer.concat(parts)));
    response.end();
  });
});
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false });
server.listen(Number(process.argv[2]), '127.0.0.1', 65535);
