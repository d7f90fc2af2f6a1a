import type { Page } from '@playwright/test';

/** The ways of viewing a screen: on the widths that people have, and on A4 with and without the browser's margins. */
const looks = [
  ...([1360, 1280, 1024, 768, 320] as const).map((width) => ({ media: 'screen' as const, width })),
  ...([794, 718] as const).map((width) => ({ media: 'print' as const, width })),
];

/**
 * The faults that keep a page from being read, view by view: a medicine that is cut or hidden, words over other words, a page that has to
 * be scrolled sideways.
 */
export async function illegible(page: Page, marks: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { media, width } of looks) {
    await page.emulateMedia({ media });
    await page.setViewportSize({ width, height: 900 });
    const found = await page.evaluate(faultsOfPage, [...marks]);
    faults.push(...found.map((fault) => `${media} ${width} px: ${fault}`));
  }
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 900 });
  return faults;
}

/** Runs in the page, alone: it can name nothing outside itself. */
function faultsOfPage(marks: readonly string[]): string[] {
  const root = document.documentElement;
  const faults = new Set<string>();
  const over = root.scrollWidth - root.clientWidth;
  if (over > 0) faults.add(`the page is ${over} px too wide`);

  const shows = (element: Element): boolean => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  const textsOf = (element: Element): Text[] => {
    const found: Text[] = [];
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walk.nextNode())
      if (walk.currentNode instanceof Text && walk.currentNode.data.trim() !== '') found.push(walk.currentNode);
    return found.filter(({ parentElement }) => parentElement !== null && shows(parentElement));
  };
  const boxesOf = (text: Text): DOMRect[] => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
  };
  const say = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

  const carriers = new Set<Element>([...document.querySelectorAll('[data-medicine]')].filter(shows));
  for (const text of textsOf(document.body))
    if (text.parentElement && marks.some((mark) => text.data.includes(mark))) carriers.add(text.parentElement);
  for (const carrier of carriers) {
    const name = say(carrier.textContent ?? '');
    for (const text of textsOf(carrier))
      for (const box of boxesOf(text))
        if (box.left < -1 || box.right > root.clientWidth + 1) faults.add(`"${name}" leaves the page`);
    for (let one: Element | null = carrier; one !== null && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none')
        faults.add(`"${name}" may be cut short`);
      if (style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1)
        faults.add(`"${name}" is in something that hides ${one.scrollWidth - one.clientWidth} px`);
    }
  }

  const groups = [...document.querySelectorAll('[role=row], tr, dl')];
  for (const group of groups) {
    const cells = [...group.querySelectorAll('[role=gridcell], [role=rowheader], [role=columnheader], td, th, dt, dd')]
      .filter((cell) => cell.closest('[role=row], tr, dl') === group)
      .map((cell) => textsOf(cell).map((text) => ({ text: say(text.data), boxes: boxesOf(text) })));
    cells.forEach((cell, index) => {
      for (const one of cell)
        for (const other of cells.slice(index + 1).flat())
          if (one.boxes.some((a) => other.boxes.some((b) => crosses(a, b))))
            faults.add(`"${one.text}" is printed over "${other.text}"`);
    });
  }
  return [...faults];

  function crosses(a: DOMRect, b: DOMRect): boolean {
    return (
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
    );
  }
}

/** The clipboard of a person who marks and copies the words of something. */
export function copied(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const selection = getSelection();
      selection?.selectAllChildren(element);
      return selection?.toString().trim() ?? '';
    }),
  );
}
