/** `a…@example.com`: enough to know which address it was. */
export function maskedAddress(written: string): string {
  const at = written.lastIndexOf('@');
  return at < 1 ? '…' : `${at > 1 ? written.slice(0, 1) : ''}…${written.slice(at)}`;
}

/** A server's words without anybody's address: only the domain stays. */
export function withoutAddresses(words: string): string {
  return words.replace(/(?<![^\s<>"'(),;:])[^\s<>"'(),;:]+@([\w.-]+)/g, '…@$1');
}
