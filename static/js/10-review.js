// Says that a page is past its review date by the reader's own clock: a copy on
// a memory stick lives long, and nobody can call it back. What it says stands in
// the page as templates; without script the date stands at the foot.
(() => {
  const [notice, mark, title] = ['#CG-overdue', '#CG-overdue-mark', 'main h1'].map(selector => first(selector));
  if (!notice || !mark || !title) return;

  const today = new Date().toLocaleDateString('sv'); // Swedes write days as machines do
  if (today < notice.dataset.checked) return; // a clock that is before the last check is wrong

  const late = all('time.due').filter(date => date.dateTime < today);
  for (const date of late) date.parentElement.prepend(mark.content.cloneNode(true));
  if (late.length > 0) title.after(notice.content.cloneNode(true));
})();
