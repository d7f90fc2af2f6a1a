import { expect, test } from 'vitest';
import { isLoopback } from './loopback.ts';

test.each(['127.0.0.1', '127.8.9.10', '::1', '0:0:0:0:0:0:0:1', 'localhost', 'LOCALHOST', '::ffff:127.0.0.1'])(
  'a server on %s can be reached from this machine only',
  (host) => expect(isLoopback(host)).toBe(true),
);

test.each(['0.0.0.0', '::', '10.0.0.4', '192.168.1.7', '::ffff:10.0.0.1', 'clinic.example', '127.0.0.1.evil.example'])(
  'a server on %s may be reached from other machines',
  (host) => expect(isLoopback(host)).toBe(false),
);

test.each(['127.1', '0', 'localhost.example', ''])(
  'a host that cannot be classified (%j) counts as reachable from other machines',
  (host) => expect(isLoopback(host)).toBe(false),
);
