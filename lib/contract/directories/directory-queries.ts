import { queryOptions } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import type { Page } from '#lib/contract/base/page';
import { postJson, requestJson } from '#lib/contract/base/request-json';
import type { ImportPreview, ImportResult } from './directory-import.ts';
import type { Nameless, ProductChanged, ProductEdit } from './product.ts';

export type DirectoryKind = 'patients' | 'products';

/** The kinds of a file. */
export type FileKind = DirectoryKind | 'encounters';

/** Entries that still show only a code, or only an id. */
export function namelessQuery(kind: DirectoryKind) {
  return queryOptions<Page<Nameless>>({
    queryKey: kind === 'patients' ? keys.nameless() : keys.namelessCodes(),
    queryFn: ({ signal }) => requestJson(`/api/${kind}/nameless`, { signal }),
  });
}

export function postProduct(id: string | null, edit: ProductEdit, key: string): Promise<ProductChanged> {
  return postJson(id === null ? '/api/products' : `/api/products/${encodeURIComponent(id)}`, edit, key);
}

function postFile<T>(path: string, file: Blob): Promise<T> {
  return requestJson<T>(path, { method: 'POST', headers: { 'content-type': 'text/csv' }, body: file });
}

export function postImportPreview(kind: FileKind, file: Blob): Promise<ImportPreview> {
  return postFile(`/api/${kind}/import?preview=1`, file);
}

export function postImport(kind: FileKind, file: Blob, digest: string): Promise<ImportResult> {
  return postFile(`/api/${kind}/import?digest=${digest}`, file);
}
