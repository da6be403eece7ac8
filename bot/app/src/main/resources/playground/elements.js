/** Makes an element with properties and children; text is always set as text, never as markup. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('aria-') || key.startsWith('data-') || key === 'role') {
      made.setAttribute(key, value);
    } else {
      made[key] = value;
    }
  }
  made.append(...children);
  return made;
}

const HEADERS = {'Content-Type': 'application/json', 'X-Schoolgate-Playground': '1'};

export async function fetchJson(path) {
  const response = await fetch(path);
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}`);
  }
  return response.json();
}

/** Sends something to the server; throws with the server's own words when it is refused. */
export async function post(path, body) {
  const response = await fetch(path, {method: 'POST', headers: HEADERS, body: JSON.stringify(body)});
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail || problem.message || `the server answered ${response.status}`);
  }
}

export function timeOf(instant) {
  return new Date(instant).toLocaleTimeString('en-GB', {hour: '2-digit', minute: '2-digit'});
}
