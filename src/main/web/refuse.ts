import type { Duplex } from 'node:stream';

/** Node watches a socket that asks for another protocol no longer: whoever breaks it off must not end this process, nor keep it open. */
export function refuse(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  socket.once('finish', () => socket.destroy());
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
