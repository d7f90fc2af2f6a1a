import { test as base, type Page } from '@playwright/test';

/** A page of the console says that its line to the server is open once it listens to hands and keys; a page without that line listens at once. */
async function listens(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const pill = document.querySelector('[data-testid="live-pill"]');
    return pill === null || pill.getAttribute('data-phase') !== 'connecting';
  });
}

const taught = new WeakSet<object>();

/** A person views a page before they click: on a busy machine a row may be visible seconds before it reacts. Of all pages of this browser. */
function teach(page: Page): void {
  const kind: Pick<Page, 'goto' | 'reload'> = Object.getPrototypeOf(page);
  if (taught.has(kind)) return;
  taught.add(kind);
  const { goto, reload } = kind;
  kind.goto = async function (this: Page, ...asked) {
    const answer = await goto.apply(this, asked);
    await listens(this);
    return answer;
  };
  kind.reload = async function (this: Page, ...asked) {
    const answer = await reload.apply(this, asked);
    await listens(this);
    return answer;
  };
}

export const test = base.extend<{ readonly patient: undefined }>({
  patient: [
    async ({ page, browser }, use) => {
      teach(page);
      await use(undefined);
      // Whoever else was in this journey goes home: what stays open goes on listening, and slows the next one.
      const others = browser.contexts().filter((one) => one !== page.context());
      await Promise.all(others.map((one) => one.close()));
    },
    { auto: true },
  ],
});
