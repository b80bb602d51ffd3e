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
})();
