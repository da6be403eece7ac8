import {bindComposer, drawChat} from './chat.js';
import {element, fetchJson, post} from './elements.js';
import {showGuide} from './guide.js';
import {loadMail, openNewest, showMailboxes} from './mail.js';

const find = (selector) => document.querySelector(selector);
const news = find('#news');

const state = {casts: [], cast: null, me: '', group: '', channel: '', bubbles: [], seen: {}};

const person = (id) => state.cast.people.find((it) => it.id === id);
const nameOf = (id) => person(id)?.name ?? 'Somebody';
const place = (address) => state.cast.groups.find((it) => it.address === address);
const inConversation = (key) => state.bubbles.filter((it) => it.school === state.cast.code && it.conversation === key);

function announce(text) {
  news.textContent = text;
}

async function attempt(work) {
  try {
    await work();
  } catch (failure) {
    announce(failure.message);
    window.alert(`That did not work: ${failure.message}`);
  }
}

function options(select, entries, value) {
  select.replaceChildren(...entries.map(([key, label]) => element('option', {value: key}, label)));
  select.value = value;
  select.parentElement.hidden = entries.length < 2;
}

function choosePeople() {
  const select = find('#person');
  const parents = state.cast.people.filter((it) => it.platform === 'whatsapp');
  const inGroup = parents.filter((it) => place(state.group)?.members.includes(it.id));
  const staff = state.cast.people.filter((it) => it.platform === 'teams');
  const group = (label, people) => element('optgroup', {label},
    ...people.map((it) => element('option', {value: it.id}, `${it.name} (${it.role})`)));
  select.replaceChildren(group('Parents in this group', inGroup), group('Staff and governors', staff));
  if (![...inGroup, ...staff].some((it) => it.id === state.me)) {
    state.me = (inGroup[0] ?? staff[0])?.id ?? '';
  }
  select.value = state.me;
}

function drawGroupWindow(id, address) {
  const window_ = find(id);
  const where = place(address);
  const member = where?.members.includes(state.me) ?? false;
  drawChat(window_.querySelector('.chat'), where ? inConversation(where.conversation) : [], state.me, nameOf, press);
  window_.querySelector('.composer').hidden = !member;
  const absent = window_.querySelector('.absent');
  absent.hidden = member;
  absent.textContent = where ? `${nameOf(state.me)} is not in ${where.name}.` : 'This school has no such group.';
}

function draw() {
  if (!state.cast) {
    return;
  }
  drawGroupWindow('#group', state.group);
  drawGroupWindow('#teams', state.channel);
  const me = person(state.me);
  find('#private-title').textContent = me ? `${me.name} and Schoolgate` : 'Private chat';
  find('#private').className = `window ${me?.platform === 'teams' ? 'microsoft' : 'whatsapp'}`;
  const mine = me ? inConversation(me.conversation) : [];
  drawChat(find('#private .chat'), mine, state.me, nameOf, press);
  if (me) {
    state.seen[me.conversation] = mine.length;
  }
  drawWaiting();
}

function drawWaiting() {
  const waiting = state.cast.people
    .map((it) => [it, inConversation(it.conversation).length - (state.seen[it.conversation] ?? 0)])
    .filter(([it, fresh]) => fresh > 0 && it.id !== state.me);
  find('#waiting').replaceChildren(...waiting.map(([it, fresh]) => element('button', {
    type: 'button',
    onclick: () => show(it.id, 'private'),
  }, `${it.name} (${it.role}) has ${fresh} new — look`)));
}

/** Becomes a person and goes to a window. */
function show(id, view) {
  const home = state.cast.groups.find((it) => it.platform === 'whatsapp' && it.members.includes(id));
  if (home && !place(state.group)?.members.includes(id)) {
    state.group = home.address;
    find('#group-choice').value = home.address;
  }
  state.me = id;
  choosePeople();
  goTo(view);
  draw();
  find(`#${view}`).focus();
}

function goTo(view) {
  document.body.dataset.view = view;
  document.querySelectorAll('nav button').forEach((button) => {
    button.setAttribute('aria-pressed', String(button.dataset.shows === view));
  });
}

const press = (bubble, choice) => attempt(() => post('/playground/presses', {
  school: state.cast.code,
  by: state.me,
  action: choice.action,
  label: choice.label,
}));

const write = (author, group, text, photo) => attempt(() => post('/playground/messages', {
  school: state.cast.code, author, group, text, photo,
}));

async function postStep(step) {
  if (step.address) {
    state.group = step.address;
    find('#group-choice').value = step.address;
  }
  state.me = step.author;
  choosePeople();
  goTo(step.address ? 'group' : 'private');
  draw();
  await write(step.author, step.address, step.text, false);
}

async function chooseSchool(code) {
  state.cast = state.casts.find((it) => it.code === code);
  find('#school').textContent = state.cast.name;
  document.title = `${state.cast.name} – Schoolgate playground`;
  const groups = state.cast.groups.filter((it) => it.platform === 'whatsapp');
  const channels = state.cast.groups.filter((it) => it.platform === 'teams');
  state.group = groups[0]?.address ?? '';
  state.channel = channels[0]?.address ?? '';
  options(find('#group-choice'), groups.map((it) => [it.address, it.name]), state.group);
  options(find('#teams-choice'), channels.map((it) => [it.address, it.name]), state.channel);
  state.me = state.cast.steps[0]?.author ?? '';
  choosePeople();
  state.cast.people.forEach((it) => {
    state.seen[it.conversation] = inConversation(it.conversation).length;
  });
  showGuide(state.cast, {post: postStep, show});
  await showMailboxes(state.cast.mailboxes);
  draw();
}

function receive(bubble) {
  if (state.bubbles.some((it) => it.id === bubble.id)) {
    return;
  }
  state.bubbles.push(bubble);
  if (bubble.author === 'bot') {
    announce(`Schoolgate: ${bubble.title || bubble.parts[0]?.text || ''}`);
  }
  draw();
}

function listen() {
  const events = new EventSource('/playground/events');
  events.addEventListener('bubble', (event) => receive(JSON.parse(event.data)));
  events.addEventListener('mail', () => attempt(async () => {
    const label = await loadMail();
    if (label) {
      openNewest(label);
      announce(`New e-mail in: ${label}`);
    }
  }));
  // After a break, for instance a restart of the server, nothing that was said meanwhile is missing.
  events.addEventListener('open', () => attempt(async () => {
    state.bubbles = await fetchJson('/playground/bubbles');
    await loadMail();
    draw();
  }));
}

/** Says so while the policies are still being read. */
async function watchReading() {
  const reading = find('#reading');
  while (!(await fetchJson('/playground/ready'))) {
    reading.hidden = false;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  reading.hidden = true;
}

async function start() {
  [state.casts, state.bubbles] = await Promise.all([fetchJson('/playground/casts'), fetchJson('/playground/bubbles')]);
  options(find('#schools'), state.casts.map((it) => [it.code, it.name]), state.casts[0].code);
  find('#schools').onchange = (event) => attempt(() => chooseSchool(event.target.value));
  find('#person').onchange = (event) => {
    state.me = event.target.value;
    draw();
  };
  find('#group-choice').onchange = (event) => {
    state.group = event.target.value;
    choosePeople();
    draw();
  };
  find('#teams-choice').onchange = (event) => {
    state.channel = event.target.value;
    draw();
  };
  document.querySelectorAll('nav button').forEach((button) => {
    button.onclick = () => goTo(button.dataset.shows);
  });
  bindComposer(find('#group .composer'), (text, photo) => write(state.me, state.group, text, photo));
  bindComposer(find('#teams .composer'), (text) => write(state.me, state.channel, text, false));
  bindComposer(find('#private .composer'), (text) => write(state.me, '', text, false));
  await chooseSchool(state.casts[0].code);
  listen();
  await watchReading();
}

attempt(start);
