/** Elements without a framework: what the phone shows is small. */

/** What an element may hold; null and false are left out. */
export type Child = Node | string | null | false;

/** Attributes and listeners of an element. */
export interface Props {
  readonly class?: string;
  readonly role?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: () => void | Promise<void>;
  readonly onChange?: () => void | Promise<void>;
}

/** Makes an element. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  if (props.class !== undefined) element.className = props.class;
  if (props.role !== undefined) element.setAttribute('role', props.role);
  for (const [name, value] of Object.entries(props.attributes ?? {})) element.setAttribute(name, value);
  const { onClick, onChange } = props;
  if (onClick !== undefined) element.addEventListener('click', () => void run(element, onClick));
  if (onChange !== undefined) element.addEventListener('change', () => void run(element, onChange));
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
};

/** Does something for an element; what goes wrong is told to the app, which says it. */
export const attempt = async (element: HTMLElement, act: () => void | Promise<void>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    element.dispatchEvent(new CustomEvent('failed', { bubbles: true, detail: error }));
  }
};

/** A button cannot be pressed twice while it works. */
const run = async (element: HTMLElement, act: () => void | Promise<void>): Promise<void> => {
  if (element.getAttribute('aria-busy') === 'true') return;
  element.setAttribute('aria-busy', 'true');
  await attempt(element, act);
  element.removeAttribute('aria-busy');
};

/** Shows children in place of what an element held. */
export const fill = (element: Element, ...children: readonly Child[]): void => {
  element.replaceChildren(...children.filter((child) => child !== null && child !== false));
};
