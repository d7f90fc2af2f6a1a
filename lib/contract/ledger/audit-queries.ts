import { postJson } from '#lib/contract/base/request-json';
import type { ChainCheckPart } from './audit.ts';

export const postChainCheck = (asked: { readonly from?: string; readonly kept?: string }) =>
  postJson<ChainCheckPart>('/api/audit/check', asked);
