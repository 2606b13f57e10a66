// The words of the pages about privacy and terms, loaded with them. They say what the software does: whoever changes what is kept,
// seen or sent changes them too. How long things are kept is filled in from schema/retention.ts.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  "privacy.title": "Privacy",
  "terms.title": "Terms",

  "short.title": "In short",
  "short.noAds": "No advertising, no trackers, no analytics service. Every file of these pages comes from this server.",
  "short.name": "You can play with nothing but a name. Whether you make an account is up to you.",
  "short.choice": "With an account you decide who sees whether you are online and what you have played.",
  "short.operator": "Nothing is sold or given away. What is kept stays with whoever runs this server.",

  "who.title": "Who runs this server",
  "who.text":
    "Rally is software that anyone can run. Whoever runs this server is responsible for what is kept here, not whoever wrote the software.",
  "who.terms": "Rally is software that anyone can run. These terms are between you and whoever runs this server.",
  "contact.is": "You can reach them here:",
  "contact.none":
    "They haven't said how to reach them. If someone you know gave you this address, ask them. Before you trust a server with more than a name, you should know who runs it.",

  "playing.title": "What is kept when you play",
  "playing.text": "All of this is needed to play, to show results, and to settle what happened in a match.",
  "playing.name": "The name you pick, a random number that stands for you, and when you first and last came.",
  "playing.matches":
    "Each match: when it was played, by which rules, who sat where under which name, the result, and a recording. A recording is the key presses of both sides, nothing else. Anyone who has the address of a match can see its result and its recording.",
  "playing.lag": "How late your key presses arrived, as counts, because fairness in a match depends on it.",
  "playing.kept":
    "Names and matches have no end date: they stay until someone asks the operator to remove them (see your rights).",

  "account.title": "What is kept with an account",
  "account.text": "Only if you sign up. Signing in, your page and your friends are made of it.",
  "account.names": "Your login name and your display name.",
  "account.email":
    "Your email address, to let you back in when you forget your password and to tell you of changes to your account. It is never shown to anyone.",
  "account.password": "Only a hash of your password (Argon2id), from which the password can't be read back.",
  "account.factor":
    "If you turn on two-factor sign-in: the secret of your authenticator, encrypted, and hashes of your recovery codes.",
  "account.devices":
    "The browsers you are signed in with: which browser on which system, since when, and when it was last used. You can see the list on your account page, and sign each of them out.",
  "account.fortyTwo": "If you sign in with 42: your 42 number and login. Your 42 password never comes here.",
  "account.profile": "What you say about yourself: a short text and a country, if you give them.",
  "account.avatar":
    "Your picture, if you upload one. We make a new image from the one you send, so it doesn't contain where or with what it was taken. The file you sent is not kept. Anyone who has a picture's address can see it.",
  "account.friends": "Your friends, requests between you, and whom you have blocked.",
  "account.lastSeen": "When you were last here, and what you chose under privacy.",
  "account.bans": "If a moderator has to ban you: until when, and why.",
  "account.kept": "All of it is kept until the account is deleted (see your rights).",

  "cookies.title": "Cookies and what your browser remembers",
  "cookies.text": "There are at most two cookies, both needed for what you asked for, so there is no banner.",
  "cookies.session":
    "One holds your session. It ends {{days}} days after your last visit; with an account, you sign in again after {{longest}} days at the latest. The server knows it only by a hash.",
  "cookies.device":
    "The other is set only if you choose not to be asked for the code again in this browser. It ends after {{days}} days.",
  "cookies.local":
    "Your settings (sound, camera, table) and how much detail this device can draw are remembered by your browser and never sent.",

  "reports.title": "When something goes wrong in the page",
  "reports.text":
    "If the page runs into an error, and after a match, it tells the server: the kind of page, the error, the kind of browser, and measurements such as how smoothly it was drawn. No name, session, address or match is included; the measurements are only counted.",
  "notifications.kept": "A notification is removed {{days}} days after you have read it.",
  "reports.kept": "That is kept for {{days}} days.",

  "technical.title": "Technical details",
  "technical.address":
    "Your network address is used to answer you and to count how often one address tries something, such as signing in. These counts are forgotten within a day, and the address is stored with nothing else.",
  "technical.log":
    "The server's log records faults and events such as a player's failed request. It contains no passwords and no cookies. How long it is kept is up to the operator, and so is anything in front of the server, such as a proxy with a log of its own.",
  "technical.mail":
    "Emails about your account are kept only until they are sent; the record that one was sent goes after {{done}} days. One that could not be sent is kept, encrypted, for {{failed}} days. On a server without a mail server, emails become files instead, and its log names whom they were for.",
  "technical.backup": "If the operator makes backups, what has been removed may stay in them until they are replaced.",

  "seen.title": "Who sees what",
  "seen.everyone":
    "Everyone sees your display name, and on your page /player/ also your login name, your picture, your text, your country and how long you have been here.",
  "seen.choices":
    "On your account page you choose who can see whether you are online and what you have played, and who can message and challenge you: everyone, your friends, or nobody.",
  "seen.lobby":
    "The lobby shows who is here, with their ratings: accounts to those they let see whether they are online, guests by name to everyone.",
  "seen.blocked": "Anyone you block is kept away from you and isn't told why.",
  "seen.staff":
    "Moderators can see accounts as far as they need to keep order. Whoever runs the server can technically see everything that is stored.",

  "others.title": "Who else gets something",
  "others.nobody": "Nobody. These pages load nothing from elsewhere and send nothing elsewhere.",
  "others.fortyTwo":
    "42, only if you choose to sign in with it: your browser is sent to 42, which learns that you use Rally, and tells this server your number and login. These pages load nothing from elsewhere.",
  "others.mail": "Emails go to the operator's mail server, and from there to yours.",
  "others.law": "The operator hands something over only where the law requires it.",

  "rights.title": "Your rights",
  "rights.text":
    "In the European Union and many other places, the law gives you rights over what is kept about you. Here is how to use them today.",
  "rights.see":
    "See it: most of it is on your account page and in your matches. For a copy of everything, write to the operator; there is no button for it yet.",
  "rights.change":
    "Correct it: name, address, text, country and picture can be changed on your account page at any time.",
  "rights.delete":
    "Have it deleted: write to the operator from your account's email address; there is no button for it yet. You can remove a picture, two-factor sign-in and signed-in browsers yourself at once. Other players' matches stay, without your account.",
  "rights.complain":
    "Complain: to the operator, and if that doesn't help, to the data protection authority where you live.",

  "children.title": "Children",
  "children.text":
    "Anyone can play under a made-up name. For an account you have to be 16, or have your parents' permission.",

  "changes.title": "Changes",
  "changes.privacy":
    "This page is part of the software and changes with it: it always describes the version that runs here.",
  "changes.terms":
    "These terms may change with the software. What you read here is what applies; if you keep playing, you agree to it.",

  "agree.title": "What this is",
  "agree.text": "Rally is a game. Playing it is free, and whoever plays agrees to these few rules.",
  "agree.age": "For an account you have to be 16, or have your parents' permission.",

  "fair.title": "Play fair",
  "fair.text": "The better player should win.",
  "fair.own": "Play yourself. Nobody and nothing else presses the keys for you.",
  "fair.bots": "Programs that play are welcome where everyone at the table knows about them, and nowhere else.",
  "fair.attack":
    "Don't disrupt others: no flooding, no deliberate lag, no probing the server for vulnerabilities. If you find one, tell the operator.",
  "fair.results": "Don't fix results, with others or with a second account of your own.",

  "ratings.title": "What counts",
  "ratings.text":
    "Ratings are Glicko-2, one for each mode, kept for accounts. A rating is provisional until enough matches have been played. Ratings are public, and once yours is no longer provisional you are on the leaderboard.",
  "ratings.left":
    "A player who leaves, doesn't come back in time or stays inactive after two warnings loses the match. If fewer than three points have been played in all, the match doesn't count.",
  "ratings.server": "If the server itself goes down, the match doesn't count, and both players are told.",
  "ratings.again":
    "Every match is replayed from its recording before it counts. If the replay doesn't match the result, the match doesn't count.",
  "ratings.pause":
    "If an opponent is found for you and you don't accept within ten seconds, you have to wait before you can try again: ten seconds, then one, five and fifteen minutes. This is forgotten after an hour.",
  "ratings.thrice": "In ranked queues, nobody meets the same opponent three times in a row.",

  "names.title": "Names and pictures",
  "names.text": "Others have to look at them, so:",
  "names.insult": "nothing that insults, threatens or demeans anyone, nothing sexual, no advertising;",
  "names.pretend": "don't pretend to be someone else, or someone who runs this server;",
  "names.pictures": "only upload pictures that you may use and that others may see.",

  "conduct.title": "How we treat each other",
  "conduct.text": "Win and lose as you would at a real table. No harassment, no hatred, no threats, in any form.",
  "conduct.block": "You don't have to put up with anyone: you can block anyone who bothers you.",

  "keep.title": "Your account",
  "keep.text":
    "Keep your password to yourself and don't use it anywhere else. What happens with your account is your responsibility; if someone else has got into it, sign out everywhere, set a new password and tell the operator.",

  "moderation.title": "Moderation and appeal",
  "moderation.text":
    "Anyone who breaks these rules can be banned by a moderator, for a time or for good, depending on how bad it was and whether it was the first time. A ban ends any match in progress.",
  "moderation.told": "You are told why, and until when.",
  "moderation.appeal":
    "If you think it was wrong, write to the operator and say why. Someone will look at it again: someone other than the person who decided it, if there is one.",

  "yours.title": "What is yours",
  "yours.text":
    "Your texts and pictures stay yours. You allow this server to keep them and show them to others as far as your account and the privacy page say. Recordings of matches may be kept and shown.",

  "available.title": "No promises",
  "available.text":
    "The server may be slow, be down for a while, or shut down for good. A match cut off by that counts for nobody. The operator may stop the service, and will try to say so in time.",
  "available.warranty":
    "Rally comes as it is, without warranty. The operator is liable as far as the law requires, and no further.",

  "leave.title": "Leaving",
  "leave.text": "You can stop at any time. How to have your account deleted is described on the privacy page.",
} as const;

export const t = translator("legal", { en });
export type LegalText = Parameters<typeof t>[0];
