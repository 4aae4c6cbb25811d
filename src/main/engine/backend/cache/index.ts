export { CachedBackend, type CacheOptions } from './cached-backend.ts';
