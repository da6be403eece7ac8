import {element, fetchJson} from './elements.js';

const boxes = document.querySelector('#boxes');
const letters = document.querySelector('#letters');
const letterPlace = document.querySelector('#letter');

let mailboxes = [];
let mail = {};
let openBox = '';
let openLetter = '';

/** Shows the mailboxes of a school. */
export async function showMailboxes(boxesOfSchool) {
  mailboxes = boxesOfSchool;
  openBox = mailboxes.some((box) => box.address === openBox) ? openBox : mailboxes[0]?.address ?? '';
  await loadMail();
}

/** Reads the mailboxes anew; gives the label of the one that got a letter, if one did. */
export async function loadMail() {
  const before = mail;
  mail = await fetchJson('/playground/mail');
  draw();
  const grown = mailboxes.find((box) => count(mail, box) > count(before, box));
  return grown?.label;
}

/** Opens the newest letter of a mailbox. */
export function openNewest(label) {
  const box = mailboxes.find((it) => it.label === label);
  if (box) {
    openBox = box.address;
    openLetter = mail[openBox]?.[0]?.id ?? '';
    draw();
  }
}

function count(all, box) {
  return all[box.address]?.length ?? 0;
}

function draw() {
  boxes.replaceChildren(...mailboxes.map((box) => element('button', {
    type: 'button',
    'aria-pressed': String(box.address === openBox),
    onclick: () => {
      openBox = box.address;
      openLetter = '';
      draw();
    },
  }, `${box.label} (${count(mail, box)})`)));
  const inBox = mail[openBox] ?? [];
  letters.replaceChildren(...inBox.map(line));
  if (inBox.length === 0) {
    letters.append(element('li', {className: 'empty'}, 'No e-mail yet.'));
  }
  drawLetter(inBox.find((letter) => letter.id === openLetter));
}

function line(letter) {
  const when = new Date(letter.at).toLocaleString('en-GB', {dateStyle: 'medium', timeStyle: 'short'});
  return element('li', {}, element('button', {
    type: 'button',
    'aria-pressed': String(letter.id === openLetter),
    onclick: () => {
      openLetter = letter.id;
      draw();
    },
  }, element('b', {}, letter.subject), element('span', {}, when)));
}

function drawLetter(letter) {
  letterPlace.replaceChildren();
  if (!letter) {
    return;
  }
  // The e-mail is drawn as a mail program would draw it, in a frame of its own in which no script runs.
  const frame = element('iframe', {title: letter.subject, srcdoc: letter.html});
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.addEventListener('load', () => {
    frame.style.height = `${frame.contentDocument.documentElement.scrollHeight + 8}px`;
  });
  letterPlace.append(element('p', {className: 'from'}, `From ${letter.from}`), frame);
  for (const name of letter.attachments) {
    letterPlace.append(element('p', {className: 'from'}, `Attached: ${name}`));
  }
}
