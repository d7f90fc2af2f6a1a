import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** An editor writes a file in several steps, and a rename of many files is one change. */
const SETTLED_AFTER_MS = 100;

export type WatchedImports = {
  /** Takes a message of the process; one that reports an import adds the file. */
  add(message: unknown): void;
  stop(): void;
};

/** Calls `onChange` when a file changed that the process has reported as imported (`report-imports.ts`). Folders are watched, not files: editors save by renaming. */
export function watchImports(onChange: () => void): WatchedImports {
  const files = new Set<string>();
  const folders = new Map<string, FSWatcher>();
  let settling: NodeJS.Timeout | undefined;

  function watchFolder(folder: string): void {
    if (folders.has(folder)) return;
    const watcher = watch(folder, (_event, name) => {
      if (name !== null && !files.has(path.join(folder, name))) return;
      clearTimeout(settling);
      settling = setTimeout(onChange, SETTLED_AFTER_MS);
    });
    // The folder itself was removed: what it held is watched again where it is imported from next.
    watcher.on('error', () => {
      watcher.close();
      folders.delete(folder);
    });
    folders.set(folder, watcher);
  }

  return {
    add(message) {
      const file = importedFile(message);
      if (file === undefined || files.has(file)) return;
      files.add(file);
      watchFolder(path.dirname(file));
    },
    stop() {
      clearTimeout(settling);
      for (const watcher of folders.values()) watcher.close();
    },
  };
}

function importedFile(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null || !('imports' in message)) return undefined;
  return typeof message.imports === 'string' ? fileURLToPath(message.imports) : undefined;
}
