/** On a wide screen the full text stands open beside the form, in a column of its own; a narrow one keeps it folded. */
const wholeText = document.querySelector<HTMLDetailsElement>('details.whole');
if (wholeText && window.matchMedia('(min-width: 64rem)').matches) wholeText.open = true;

// A clause's link leads into the folded text: not every browser unfolds it by itself.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-clause]'))
  link.addEventListener('click', () => {
    if (wholeText) wholeText.open = true;
  });
