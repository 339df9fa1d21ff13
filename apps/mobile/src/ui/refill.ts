/**
 * Shows elements in place of those that are there. What is shown already, letter for letter, stays the element that
 * it is: it does not go from under a finger. What looks the same has to do the same.
 */
export const refill = (parent: Element, wanted: readonly Element[]): void => {
  for (const [at, element] of wanted.entries()) {
    const present = parent.children[at];
    if (present === undefined) parent.append(element);
    else if (present.outerHTML !== element.outerHTML) present.replaceWith(element);
  }
  for (const left of [...parent.children].slice(wanted.length)) left.remove();
};
