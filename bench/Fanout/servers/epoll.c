// The floor: one thread, one epoll, one send() for each WebSocket and update, nothing kept for the slow.
// Usage: epoll PORT. POST /publish goes to every WebSocket; whoever cannot take it at once is cut off.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST = 1 << 17, REQUEST = 1 << 13 };

struct client {
  char *request; // what has come of a request so far; NULL for a WebSocket
  int length;
  int place; // in `watching`; -1 when it is no WebSocket
};

static struct client clients[MOST];
static int watching[MOST], watchers, epoll;

static uint32_t rotate(uint32_t word, int by) { return word << by | word >> (32 - by); }

// SHA-1 (RFC 3174) of a text of at most 119 bytes.
static void sha1(const char *text, size_t length, uint8_t digest[20]) {
  uint8_t block[128] = {0};
  uint32_t h[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}, w[80];
  size_t total = length < 56 ? 64 : 128;
  memcpy(block, text, length);
  block[length] = 0x80;
  block[total - 2] = length * 8 >> 8;
  block[total - 1] = length * 8;
  for (size_t from = 0; from < total; from += 64) {
    uint32_t a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 80; i++) {
      const uint8_t *p = block + from + 4 * i;
      w[i] = i < 16 ? (uint32_t)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3] : rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
      uint32_t f = i < 20 ? ((b & c) | (~b & d)) + 0x5a827999 : i < 40 ? (b ^ c ^ d) + 0x6ed9eba1
                 : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
      uint32_t next = rotate(a, 5) + f + e + w[i];
      e = d, d = c, c = rotate(b, 30), b = a, a = next;
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e;
  }
  for (int i = 0; i < 20; i++) digest[i] = h[i / 4] >> (24 - 8 * (i % 4));
}

static void base64(const uint8_t *bytes, int length, char *text) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (int i = 0; i < length; i += 3) {
    uint32_t three = bytes[i] << 16 | (i + 1 < length ? bytes[i + 1] << 8 : 0) | (i + 2 < length ? bytes[i + 2] : 0);
    for (int j = 0; j < 4; j++) *text++ = i + j > length ? '=' : digits[three >> (18 - 6 * j) & 63];
  }
  *text = 0;
}

static void end(int fd) {
  struct client *client = &clients[fd];
  if (client->place >= 0) {
    int last = watching[--watchers];
    watching[client->place] = last;
    clients[last].place = client->place;
  }
  free(client->request);
  *client = (struct client){NULL, 0, -1};
  close(fd);
}

static void publish(const char *body, int length) {
  static char frame[REQUEST + 4];
  int head = length < 126 ? 2 : 4;
  frame[0] = (char)0x81;
  frame[1] = head == 2 ? length : 126;
  if (head == 4) frame[2] = length >> 8, frame[3] = length;
  memcpy(frame + head, body, length);
  for (int i = watchers - 1; i >= 0; i--)
    if (send(watching[i], frame, head + length, MSG_NOSIGNAL | MSG_DONTWAIT) != head + length) end(watching[i]);
}

static void answer(int fd, const char *text) {
  if (send(fd, text, strlen(text), MSG_NOSIGNAL) < 0) end(fd);
}

static void upgrade(int fd, const char *key) {
  char seed[96], accept[32], response[256];
  uint8_t digest[20];
  snprintf(seed, sizeof seed, "%.24s258EAFA5-E914-47DA-95CA-C5AB0DC85B11", key);
  sha1(seed, strlen(seed), digest);
  base64(digest, 20, accept);
  snprintf(response, sizeof response, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n", accept);
  free(clients[fd].request);
  clients[fd].request = NULL;
  clients[fd].place = watchers;
  watching[watchers++] = fd;
  answer(fd, response);
}

static void hear(int fd) {
  struct client *client = &clients[fd];
  static char scrap[4096];
  char *into = client->request ? client->request + client->length : scrap;
  ssize_t got = recv(fd, into, client->request ? REQUEST - 1 - client->length : (int)sizeof scrap, MSG_DONTWAIT);
  if (got <= 0) {
    if (got == 0 || errno != EAGAIN) end(fd);
    return;
  }
  if (!client->request) return; // Pongs and the like.
  client->length += got;
  client->request[client->length] = 0;
  char *body = strstr(client->request, "\r\n\r\n"), *value;
  if (!body) return;
  body += 4;
  if ((value = strcasestr(client->request, "Sec-WebSocket-Key: "))) {
    upgrade(fd, value + 19);
  } else if ((value = strcasestr(client->request, "Content-Length: "))) {
    int length = atoi(value + 16);
    if (client->request + client->length < body + length) return;
    publish(body, length);
    client->length = 0;
    answer(fd, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  } else {
    end(fd);
  }
}

int main(int count, char **arguments) {
  struct rlimit files = {MOST, MOST};
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  struct epoll_event event = {.events = EPOLLIN}, events[256];
  int on = 1, listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (count != 2) return fputs("Usage: epoll PORT\n", stderr), 2;
  address.sin_port = htons(atoi(arguments[1]));
  setrlimit(RLIMIT_NOFILE, &files);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(listener, (void *)&address, sizeof address) || listen(listener, 65535)) return perror("epoll"), 1;
  for (int fd = 0; fd < MOST; fd++) clients[fd].place = -1;
  epoll = epoll_create1(0);
  event.data.fd = listener;
  epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
  for (;;) {
    int ready = epoll_wait(epoll, events, 256, -1);
    for (int i = 0; i < ready; i++) {
      if (events[i].data.fd != listener) {
        hear(events[i].data.fd);
        continue;
      }
      for (int fd; (fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
        if (fd >= MOST) {
          close(fd);
          continue;
        }
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        clients[fd].request = malloc(REQUEST);
        event.data.fd = fd;
        epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
      }
    }
  }
}
