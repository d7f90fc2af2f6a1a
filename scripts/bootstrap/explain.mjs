const KNOWN = [
  [/ENOSPC/, 'the disk is full.'],
  [/EACCES|EPERM|EROFS/, 'this folder may not be written to by the current user.'],
  [
    /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|ENETUNREACH|network/i,
    'the npm registry cannot be reached (see `npm config get registry` and the proxy settings).',
  ],
  [/E401|E403/, 'the npm registry refused the request (see `npm config get registry` and its sign-in).'],
  [/EUSAGE|in sync/, 'package.json and package-lock.json disagree: run `npm install`, then `npm run lock:complete`.'],
  [/EINTEGRITY/, 'a package does not have the checksum that package-lock.json records.'],
];

/** npm's error, in one sentence where we know the cause, else its own last lines. */
export function explain(output) {
  const notFound = /(?:E404|ETARGET)[\s\S]*?'([^']+)'/.exec(output);
  if (notFound) return `the npm registry does not hold ${notFound[1]}.`;
  const known = KNOWN.find(([sign]) => sign.test(output));
  return known ? known[1] : `npm said:\n${output.trim().split('\n').slice(-15).join('\n')}`;
}
