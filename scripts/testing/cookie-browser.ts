/** As much of a browser as signing in needs: keeps cookies per origin, follows redirects, sends forms. */
export class CookieBrowser {
  readonly #jars = new Map<string, Map<string, string>>();

  /** The `Cookie` header for an address. */
  cookieHeader(url: string): string {
    return [...(this.#jars.get(new URL(url).origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get(url: string): Promise<Response> {
    return this.#go(url, {});
  }

  post(url: string, form: Record<string, string>): Promise<Response> {
    return this.#go(url, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** Without following where it leads. */
  getOnce(url: string): Promise<Response> {
    return this.#once(url, {});
  }

  postOnce(url: string, form: Record<string, string>): Promise<Response> {
    return this.#once(url, { method: 'POST', body: new URLSearchParams(form) });
  }

  /** The last answer of a chain of redirects; its `url` says where it ended. */
  async #go(url: string, init: RequestInit): Promise<Response> {
    let target = url;
    let asked = init;
    for (let hop = 0; hop < 20; hop++) {
      const answer = await this.#once(target, asked);
      const location = answer.headers.get('location');
      if (location === null) return answer;
      await answer.body?.cancel();
      target = new URL(location, target).href;
      asked = {};
    }
    throw new Error('too many redirects');
  }

  async #once(url: string, init: RequestInit): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.#jars.get(origin) ?? new Map<string, string>();
    this.#jars.set(origin, jar);
    const cookie = this.cookieHeader(url);
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: cookie ? { cookie } : {} });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', ...value] = pair.split('=');
      const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute)) || value.join('=') === '';
      if (gone) jar.delete(name);
      else jar.set(name, value.join('='));
    }
    return answer;
  }
}
