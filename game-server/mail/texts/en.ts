// Every word of the mails, in English. Other languages are files with the same keys, listed in ../texts.ts.
// `.subject` heads a mail, `.text` is what it says, `.button` what to press, `.after` what stands below.

export const en = {
  greeting: "Hello {{name}},",
  closing: "Rally, 3D Pong against people anywhere. This mail was sent by a machine; nobody reads answers to it.",
  linkAsText: "If the button does nothing, copy this address into your browser:",
  notYou:
    "If this wasn't you, somebody else may know your password. Set a new one with “Forgot your password?” on the sign-in page, then sign out everywhere in your settings.",

  "verifyEmail.subject": "Confirm your e-mail address",
  "verifyEmail.text": "confirm that this address is yours, and you can sign in with it and get a new password by it.",
  "verifyEmail.button": "Confirm my address",
  "verifyEmail.after":
    "The link works once and for a limited time. If you didn't ask for this, you need do nothing: without the link nothing happens.",

  "emailTaken.subject": "You have an account already",
  "emailTaken.text":
    "somebody, perhaps you, wanted to use this address for an account. It belongs to yours already, so nothing was changed.",
  "emailTaken.button": "Sign in",
  "emailTaken.reset": "Forgot your password? Set a new one here:",
  "emailTaken.after": "If it wasn't you, you need do nothing.",

  "resetPassword.subject": "Set a new password",
  "resetPassword.text": "you asked for a new password. Choose it here:",
  "resetPassword.button": "Choose a new password",
  "resetPassword.after":
    "The link works once and for a short time. If you didn't ask for this, you need do nothing: your password stays as it is.",

  "signInCode.subject": "Your sign-in code",
  "signInCode.text": "this is the code to sign in with:",
  "signInCode.after":
    "It works once and for a few minutes. Tell it to nobody. If you aren't signing in at this moment, somebody knows your password: set a new one.",

  "nameChanged.subject": "Your name was changed",
  "nameChanged.text": "you are now called {{newName}}.",

  "loginChanged.subject": "Your login name was changed",
  "loginChanged.text": "from now on you sign in as {{newLogin}}.",

  "emailChanged.subject": "Your e-mail address was changed",
  "emailChanged.text":
    "your account now has the address {{newEmail}}. This one, where you read this, is no longer in use.",
  "emailChanged.after":
    "If this wasn't you, somebody else is in your account: sign in with your login name, change the address back and set a new password.",

  "passwordChanged.subject": "Your password was changed",
  "passwordChanged.text": "your account has a new password.",

  "factorChanged.subject": "How you sign in was changed",
  "factorChanged.none": "signing in no longer asks for a code. Your password alone is enough.",
  "factorChanged.totp": "signing in now asks for a code from your authenticator app.",
  "factorChanged.email": "signing in now asks for a code that comes by e-mail.",

  "newSignIn.subject": "A new device signed in",
  "newSignIn.text": "somebody signed in to your account with {{device}} on {{when}}.",

  "fortyTwoLinked.subject": "42 was linked to your account",
  "fortyTwoLinked.text": "from now on you can sign in with 42 too.",

  "fortyTwoUnlinked.subject": "42 was unlinked from your account",
  "fortyTwoUnlinked.text": "signing in with 42 no longer leads to this account.",
};
