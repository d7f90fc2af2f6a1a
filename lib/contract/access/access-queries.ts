import { postJson } from '#lib/contract/base/request-json';
import type { AccountEdit, HandedOut, LinkLook, NewAccount } from './access.ts';

const at = (id: string, act: string) => `/api/accounts/${encodeURIComponent(id)}${act}`;

export const postInvitation = (asked: NewAccount) => postJson<HandedOut>('/api/accounts', asked);
export const postAccountEdit = (id: string, edit: AccountEdit) =>
  postJson<{ readonly version: number }>(at(id, ''), edit);
export const postDisable = (id: string, reason: string) => postJson(at(id, '/disable'), { reason });
export const postEnable = (id: string) => postJson(at(id, '/enable'), {});
export const postEndSessions = (id: string) => postJson<{ readonly ended: number }>(at(id, '/end-sessions'), {});
export const anotherLink = (id: string) => postJson<HandedOut>(at(id, '/link'), {});

/** The token goes in a body, never in an address. */
export const fetchLink = (token: string) => postJson<LinkLook>('/api/welcome/look', { token });
export const postPassword = (token: string, password: string) =>
  postJson<{ readonly email: string }>('/api/welcome', { token, password });
export const postForgotPassword = (email: string) => postJson('/api/forgot-password', { email });
