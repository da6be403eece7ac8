import {element} from './elements.js';

const steps = document.querySelector('#steps');

/** Shows the ready-made messages; each can be posted, and says where to look next. */
export function showGuide(cast, actions) {
  steps.replaceChildren(...cast.steps.map((step) => item(cast, step, actions)));
  document.querySelector('#guide').hidden = cast.steps.length === 0;
}

function item(cast, step, actions) {
  const next = element('div', {className: 'next', hidden: true});
  const author = nameOf(cast, step.author);
  const button = element('button', {
    type: 'button',
    onclick: async () => {
      await actions.post(step);
      next.hidden = false;
      next.replaceChildren(...whereToLook(cast, step, actions));
    },
  }, `Post it as ${author}`);
  return element('li', {},
    element('h3', {}, step.title),
    element('p', {}, step.explanation),
    element('blockquote', {}, step.text),
    button, next);
}

function whereToLook(cast, step, actions) {
  if (!step.address) {
    return [element('p', {}, 'The answer is in their private chat.'), look('See the private chat', () => actions.show(step.author, 'private'))];
  }
  if (!step.then) {
    return [element('p', {}, 'The answer is in the group.'), look('See the group', () => actions.show(step.author, 'group'))];
  }
  return [
    element('p', {}, 'Two people hear of it, nobody else in the group does:'),
    look(`Read ${nameOf(cast, step.author)}’s private word`, () => actions.show(step.author, 'private')),
    look(`Decide as ${nameOf(cast, step.then)}, class rep`, () => actions.show(step.then, 'private')),
  ];
}

function look(label, onclick) {
  return element('button', {type: 'button', className: 'quiet', onclick}, label);
}

function nameOf(cast, id) {
  return cast.people.find((person) => person.id === id)?.name ?? 'somebody';
}
