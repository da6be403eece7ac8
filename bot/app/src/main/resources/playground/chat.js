import {element, timeOf} from './elements.js';

/** Draws the messages of one conversation into a list and keeps the newest in sight. */
export function drawChat(list, bubbles, me, nameOf, onPress) {
  list.replaceChildren(...bubbles.map((bubble) => item(bubble, me, nameOf, onPress)));
  const newest = list.lastElementChild;
  if (newest) {
    // A long answer is read from its start.
    list.scrollTop = Math.min(list.scrollHeight - list.clientHeight, newest.offsetTop - list.offsetTop - 12);
  }
}

function item(bubble, me, nameOf, onPress) {
  const bot = bubble.author === 'bot';
  const mine = bubble.author === me;
  const name = bot ? 'Schoolgate (bot)' : nameOf(bubble.author);
  const author = element('span', {className: 'author'}, mine ? 'You' : name);
  const when = element('time', {dateTime: bubble.at}, timeOf(bubble.at));
  const made = element('li', {className: bot ? 'bubble bot' : mine ? 'bubble mine' : 'bubble'});
  made.append(element('p', {className: 'head'}, author, ' ', when));
  // A hosted group puts the author's name in front of their words; it is above them here anyway.
  if (bubble.title && bubble.title !== name) {
    made.append(element('p', {className: 'title', dir: 'auto'}, bubble.title));
  }
  if (bubble.photo) {
    made.append(element('p', {className: 'picture', role: 'img', 'aria-label': 'A photo'}, '📷 Photo'));
  }
  made.append(...bubble.parts.filter((part) => part.text).map(bodyPart));
  if (bubble.buttons.length > 0) {
    made.append(buttons(bubble, onPress));
  }
  return made;
}

function bodyPart(part) {
  if (!part.quote) {
    return element('p', {className: 'text', dir: 'auto'}, part.text);
  }
  const quote = element('blockquote', {dir: 'auto'}, element('p', {className: 'text', dir: 'auto'}, part.text));
  if (part.source) {
    quote.append(element('cite', {}, part.source));
  }
  return quote;
}

function buttons(bubble, onPress) {
  const row = element('div', {className: 'buttons'});
  for (const choice of bubble.buttons) {
    row.append(element('button', {type: 'button', dir: 'auto', onclick: () => onPress(bubble, choice)}, choice.label));
  }
  return row;
}

/** Lets Enter send and Shift+Enter start a new line; the text stays where sending fails. */
export function bindComposer(form, send) {
  const text = form.querySelector('textarea');
  const photo = form.querySelector('input[type=checkbox]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (text.value.trim() || photo?.checked) {
      await send(text.value.trim(), photo?.checked ?? false);
      text.value = '';
      if (photo) {
        photo.checked = false;
      }
    }
  });
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
}
