const q: string = location.search; document.body.dataset['q'] = q;
