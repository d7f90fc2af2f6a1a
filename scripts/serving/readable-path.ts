/**
 * The path of a request, decoded and without `.` and `..`, as the application reads it. Null where there is none to read: `/api/patients/100%` cannot
 * be decoded (Next itself would answer 500), and `*` is no path.
 */
export function pathOf(url: string): string | null {
  try {
    if (!url.startsWith('/') && !/^https?:\/\//i.test(url)) return null;
    const { pathname } = new URL(url.startsWith('/') ? `http://localhost${url}` : url);
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
