/** The same app for other faces: a browser on loopback, a terminal by the local socket. */
export { type ConnectedFace, connectFace, type FaceClient } from './connect-face.ts';
export { readFaceKey } from './face-key.ts';
export { openFaceSocket, type OwnerDoor } from './face-socket.ts';
export { LocalSocket } from './local-socket.ts';
export { isPortTaken } from './port-taken.ts';
export { createServeFace, type ServeFace } from './serve-face.ts';
export { contentSecurityPolicy, staticAnswer } from './static-files.ts';
export { WebServer } from './web-server.ts';
