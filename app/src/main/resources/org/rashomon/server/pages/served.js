// Keys and progress. Everything that is done here can be done without it.
(() => {
  'use strict';
  const typing = target => target.closest('input, textarea, select, [contenteditable]');
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === '/') {
      const find = document.getElementById('q');
      if (find) { event.preventDefault(); find.focus(); find.select(); }
      return;
    }
    const target = [...document.querySelectorAll('[data-key]')].find(e => e.dataset.key === event.key);
    if (target) { event.preventDefault(); target.click(); }
  });
  const job = document.querySelector('[data-job]');
  if (job && job.dataset.job) {
    const told = state => {
      if (state.state === 'done' || state.state === 'failed') { location.reload(); return true; }
      job.textContent = 'At work: ' + state.progress + '.';
      return false;
    };
    const look = async () => {
      try {
        const answer = await fetch('/api/v1/jobs/' + encodeURIComponent(job.dataset.job), { headers: { Accept: 'application/json' } });
        if (answer.ok) {
          if (told(await answer.json())) return;
        }
      } catch { /* asked again below */ }
      setTimeout(look, 700);
    };
    // told as it goes; where that fails, asked for again and again
    if (window.EventSource) {
      const events = new EventSource('/api/v1/jobs/' + encodeURIComponent(job.dataset.job) + '/events');
      events.addEventListener('job', event => { if (told(JSON.parse(event.data))) events.close(); });
      events.onerror = () => { events.close(); look(); };
    } else {
      look();
    }
  }
  // a chart: the words behind a mark beside it, and arrows from mark to mark
  const words = document.querySelector('[data-chart-words]');
  const marks = [...document.querySelectorAll('svg.chart a[href^="#t-"]')];
  const rowOf = mark => document.getElementById(mark.getAttribute('href').slice(1));
  const show = mark => {
    const row = rowOf(mark);
    if (!words || !row) return;
    const copy = document.createElement('div');
    const heads = row.closest('table').tHead.rows[0].cells;
    for (const cell of row.cells) {
      const part = document.createElement('div');
      if (cell.cellIndex > 0 && cell.textContent.trim()) {
        const head = document.createElement('span');
        head.className = 'meta';
        head.textContent = heads[cell.cellIndex].textContent + ': ';
        part.append(head);
      }
      part.append(...[...cell.childNodes].map(node => node.cloneNode(true)));
      part.querySelectorAll('[id]').forEach(node => node.removeAttribute('id'));
      copy.append(part);
    }
    words.replaceChildren(...copy.childNodes);
    words.hidden = false;
    const way = new Set();
    for (let at = mark; at && at.dataset.row && !way.has(at.dataset.row);) {
      way.add(at.dataset.row);
      const up = at.dataset.up;
      at = marks.find(one => one.dataset.row === up);
    }
    document.querySelectorAll('svg.chart [data-row]').forEach(node => node.classList.toggle('on', way.has(node.dataset.row)));
    marks.forEach(one => one.classList.toggle('at', one === mark));
  };
  marks.forEach((mark, at) => {
    mark.addEventListener('mouseenter', () => show(mark));
    mark.addEventListener('focus', () => show(mark));
    mark.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step && marks[at + step]) { event.preventDefault(); marks[at + step].focus(); }
    });
  });
})();
