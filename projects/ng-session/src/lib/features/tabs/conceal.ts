/** Hides the whole page, whatever it is made of; returns what shows it again as it was. */
export function conceal(document: Document): () => void {
  const window = document.defaultView;
  const { style } = document.documentElement;
  const [value, priority] = [
    style.getPropertyValue('display'),
    style.getPropertyPriority('display'),
  ];
  const [left, top] = [window?.scrollX ?? 0, window?.scrollY ?? 0];
  // Neither `visibility` nor `opacity` would do: a child can be visible, a dialog opaque all the same.
  style.setProperty('display', 'none', 'important');
  return () => {
    style.setProperty('display', value, priority);
    window?.scrollTo(left, top);
  };
}
