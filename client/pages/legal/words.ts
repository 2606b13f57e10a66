// The words of the pages about privacy and terms, loaded with them. They say what the software does: whoever changes what is kept,
// seen or sent changes them too. How long things are kept is filled in from schema/retention.ts.

import { translator } from "../../platform/i18n/translate.ts";

export const en = {
  "privacy.title": "Privacy",
  "terms.title": "Terms",

  "short.title": "In short",
  "short.noAds": "No advertising, no trackers, no analytics service. Every file of these pages comes from this server.",
  "short.name": "You can play with nothing but a name. An account is your choice.",
  "short.choice": "With an account you decide who sees whether you are online and what you have played.",
  "short.operator": "Nothing is sold or given away. What is kept lies with whoever runs this server.",

  "who.title": "Who runs this server",
  "who.text":
    "Rally is software that anybody can run. Responsible for what is kept here is whoever runs this server, not whoever wrote the software.",
  "who.terms": "Rally is software that anybody can run. These terms are between you and whoever runs this server.",
  "contact.is": "You reach them here:",
  "contact.none":
    "They have not said how to reach them. If somebody you know gave you this address, ask them. Before you entrust a server with more than a name, you should know who runs it.",

  "playing.title": "What is kept when you play",
  "playing.text": "All of this is needed to play, to show results, and to settle what happened in a match.",
  "playing.name": "The name you pick, a random number that stands for you, when you came first and when last.",
  "playing.matches":
    "Each match: when, which rules, who sat where under which name, the result, and a recording. A recording is the key presses of both sides, nothing else. Whoever has the address of a match can see its result and its recording.",
  "playing.lag": "How late your key presses arrived, as counts, because fairness in a match depends on it.",
  "playing.kept":
    "Names and matches have no end date: they stay until somebody asks the operator to remove them (see your rights).",

  "account.title": "What is kept with an account",
  "account.text": "Only if you sign up. It is what signing in, your page and your friends are made of.",
  "account.names": "Your login name and your display name.",
  "account.email":
    "Your e-mail address, to let you back in when you forget your password and to tell you of changes to your account. It is never shown to anybody.",
  "account.password": "Of your password only a hash (Argon2id), from which it cannot be read back.",
  "account.factor":
    "If you switch on a second step: the secret of your authenticator, encrypted, and hashes of your recovery codes.",
  "account.devices":
    "The browsers you are signed in with: which browser on which system, since when, and when it was last used. You find the list on your account's page, and can sign each of them out.",
  "account.fortyTwo": "If you sign in with 42: your 42 number and login. Your 42 password never comes here.",
  "account.profile": "What you say of yourself: a short text and a country, if you give them.",
  "account.avatar":
    "Your picture, if you upload one. It is made anew from what you send, so where and with what it was taken is not in it. The file you sent is not kept. Whoever has a picture's address can see it.",
  "account.friends": "Your friends, requests between you, and whom you have blocked.",
  "account.lastSeen": "When you were last here, and what you chose under privacy.",
  "account.bans": "If a moderator has to exclude you: until when, and why.",
  "account.kept": "All of it is kept until the account is deleted (see your rights).",

  "cookies.title": "Cookies and what your browser remembers",
  "cookies.text": "There are at most two cookies, both needed for what you asked for, so there is no banner.",
  "cookies.session":
    "One holds your session. It ends {{days}} days after your last visit; an account signs in again after {{longest}} days at the latest. The server knows it only by a hash.",
  "cookies.device":
    "The other is set only if you ask not to be asked for the second step again in this browser. It ends after {{days}} days.",
  "cookies.local":
    "Your settings (sound, camera, table) and how finely this device can draw are remembered by your browser and never sent.",

  "reports.title": "When something goes wrong in the page",
  "reports.text":
    "If the page runs into an error, and after a match, it tells the server: the kind of page, the error, the kind of browser, and figures such as how smoothly it was drawn. Without name, session, address or match; the figures are only counted.",
  "notices.kept": "What you are told under Notifications is removed {{days}} days after you have read it.",
  "reports.kept": "That is kept for {{days}} days.",

  "technical.title": "Technical matters",
  "technical.address":
    "Your network address is used to answer you and to count how often one address tries something, such as signing in. These counts are forgotten within a day, and the address is stored with nothing else.",
  "technical.log":
    "The server's log notes faults and events such as a failed request of a player. There are no passwords and no cookies in it. How long it is kept is up to the operator, and so is what stands in front of the server, such as a proxy with a log of its own.",
  "technical.mail":
    "Mails about your account are kept only until they are sent; the note that one was sent goes after {{done}} days. One that could not be sent is kept, encrypted, for {{failed}} days. On a server without a mail server, mails become files instead, and its log names whom they were for.",
  "technical.backup": "If the operator makes backups, what has been removed may stay in them until they are replaced.",

  "seen.title": "Who sees what",
  "seen.everyone":
    "Everybody sees your display name, and at your page /player/ also your login name, your picture, your text, your country and how long you have been here.",
  "seen.choices":
    "On your account's page you choose who sees whether you are online and what you have played, and who may message and challenge you: everybody, your friends, or nobody.",
  "seen.lobby":
    "The lobby shows who is here, with their ratings: an account to those whom it lets see whether it is online, a guest by name to everybody.",
  "seen.blocked": "Whoever you block is kept away from you and is not told why.",
  "seen.staff":
    "Moderators can see accounts as far as they need to in order to keep order. Whoever runs the server can technically see everything that is stored.",

  "others.title": "Who else gets something",
  "others.nobody": "Nobody. These pages load nothing from elsewhere and send nothing elsewhere.",
  "others.fortyTwo":
    "42, only if you choose to sign in with it: your browser is sent to 42, which learns that you use Rally, and tells this server your number and login. These pages load nothing from elsewhere.",
  "others.mail": "Mails go to the operator's mail server, and from there to yours.",
  "others.law": "The operator hands something over only where the law demands it.",

  "rights.title": "Your rights",
  "rights.text":
    "In the European Union and many other places the law gives you rights over what is kept about you. Here is how to use them today.",
  "rights.see":
    "See it: most of it is on your account's page and in your matches. For a copy of everything, write to the operator; there is no button for it yet.",
  "rights.change":
    "Correct it: name, address, text, country and picture can be changed on your account's page at any time.",
  "rights.delete":
    "Have it deleted: write to the operator, from the address of your account; there is no button for it yet. A picture, a second step and signed-in browsers you can remove yourself at once. The matches of others stay, without your account.",
  "rights.complain":
    "Complain: to the operator, and if that does not help, to the authority for data protection where you live.",

  "children.title": "Children",
  "children.text":
    "Playing under a made-up name is for everybody. For an account you have to be 16, or have the permission of your parents.",

  "changes.title": "Changes",
  "changes.privacy":
    "This page belongs to the software and changes with it: it always says what the version does that runs here.",
  "changes.terms":
    "These terms may change with the software. What stands here is what holds; whoever goes on playing agrees to it.",

  "agree.title": "What this is",
  "agree.text": "Rally is a game. Playing it is free, and whoever plays agrees to these few rules.",
  "agree.age": "For an account you have to be 16, or have the permission of your parents.",

  "fair.title": "Play fair",
  "fair.text": "What decides a match is who plays better.",
  "fair.own": "Play yourself. Nobody and nothing presses the keys for you.",
  "fair.bots": "Programs that play are welcome where everybody at the table knows of them, and nowhere else.",
  "fair.attack":
    "Do not disturb others by force: no floods, no deliberate lag, no search for holes in the server. If you find one, tell the operator.",
  "fair.results": "Do not arrange results, with others or with a second account of your own.",

  "ratings.title": "What a match counts",
  "ratings.text":
    "Ratings are Glicko-2, one for each mode, kept for accounts. A rating is uncertain until enough matches have been played. Ratings are public, and whoever has a certain one is on the leaderboard.",
  "ratings.left":
    "Whoever leaves, does not come back in time or touches nothing loses the match. Before three points have been played in all, it is no match.",
  "ratings.server": "When the server itself goes down, the match counts nothing, and both are told.",
  "ratings.again":
    "Every match is run again from its recording before it counts. One that does not come out as its result says counts nothing.",
  "ratings.pause":
    "Whoever is found an opponent and does not accept within ten seconds pauses before the next try: ten seconds, then one, five and fifteen minutes. It is forgotten after an hour.",
  "ratings.thrice": "In ranked queues nobody meets the same opponent three times in a row.",

  "names.title": "Names and pictures",
  "names.text": "Others have to look at them, so:",
  "names.insult": "nothing that insults, threatens or demeans anybody, nothing sexual, no advertising;",
  "names.pretend": "do not pass yourself off as somebody else, or as somebody who runs this server;",
  "names.pictures": "upload only pictures that you may use and that others may see.",

  "conduct.title": "How we treat each other",
  "conduct.text": "Win and lose as you would at a table. No harassment, no hatred, no threats, in whatever words.",
  "conduct.block": "You need not put up with anybody: you can block whoever bothers you.",

  "keep.title": "Your account",
  "keep.text":
    "Keep your password to yourself and use one that you use nowhere else. What happens with your account is your responsibility; if somebody else has got into it, sign out everywhere, choose another password and tell the operator.",

  "moderation.title": "Moderation and appeal",
  "moderation.text":
    "Whoever breaks these rules can be excluded by a moderator, for a time or for good, depending on how bad it was and whether it was the first time. A running match ends with it.",
  "moderation.told": "You are told why, and until when.",
  "moderation.appeal":
    "If you think it was wrong, write to the operator and say why. Somebody looks at it again, if there is one, somebody other than who decided it.",

  "yours.title": "What is yours",
  "yours.text":
    "Your texts and pictures stay yours. You allow this server to keep them and show them to others as far as your account and the privacy page say. Recordings of matches may be kept and shown.",

  "available.title": "No promises",
  "available.text":
    "The server may be slow, be away for a while, or end. A match that is cut off by that counts for nobody. The operator may stop the service, and will try to say so in time.",
  "available.warranty":
    "Rally comes as it is, without warranty. The operator is liable as far as the law demands it, and no further.",

  "leave.title": "Leaving",
  "leave.text": "You can stop at any time. How to have your account deleted stands on the privacy page.",
} as const;

export const t = translator("legal", { en });
export type LegalText = Parameters<typeof t>[0];
