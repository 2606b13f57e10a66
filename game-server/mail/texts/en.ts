// Every word of the mails, in English. Other languages are files with the same keys, listed in ../texts.ts.
// `.subject` heads a mail, `.text` is what it says, `.button` what to press, `.after` what stands below.

export const en = {
  greeting: "Hello {{name}},",
  closing: "Rally, 3D Pong against people anywhere. This email was sent automatically; please don't reply to it.",
  linkAsText: "If the button doesn't work, copy this address into your browser:",
  notYou:
    "If this wasn't you, someone else may know your password. Set a new one with “Forgot your password?” on the sign-in page, then sign out everywhere on your account page.",

  "verifyEmail.subject": "Verify your email address",
  "verifyEmail.text":
    "verify that this address is yours, and you can sign in with it and use it to reset your password.",
  "verifyEmail.button": "Verify my address",
  "verifyEmail.after":
    "The link works once and for a limited time. If you didn't ask for this, you don't need to do anything: nothing happens unless the link is opened.",

  "emailTaken.subject": "You already have an account",
  "emailTaken.text":
    "someone, perhaps you, tried to sign up with this address. It already belongs to your account, so nothing has changed.",
  "emailTaken.button": "Sign in",
  "emailTaken.reset": "Forgot your password? Set a new one here:",
  "emailTaken.after": "If it wasn't you, you don't need to do anything.",

  "resetPassword.subject": "Set a new password",
  "resetPassword.text": "you asked to set a new password. You can do that here:",
  "resetPassword.button": "Set a new password",
  "resetPassword.after":
    "The link works once and for a short time. If you didn't ask for this, you don't need to do anything: your password stays as it is.",

  "signInCode.subject": "Your sign-in code",
  "signInCode.text": "here is your code to sign in:",
  "signInCode.after":
    "It works once and for a few minutes. Don't share it with anyone. If you aren't signing in right now, someone else knows your password: set a new one.",

  "nameChanged.subject": "Your name was changed",
  "nameChanged.text": "you are now called {{newName}}.",

  "loginChanged.subject": "Your login name was changed",
  "loginChanged.text": "from now on you sign in as {{newLogin}}.",

  "emailChanged.subject": "Your email address was changed",
  "emailChanged.text":
    "your account now uses the address {{newEmail}}. The address you are reading this at is no longer in use.",
  "emailChanged.after":
    "If this wasn't you, someone else is in your account: sign in with your login name, change the address back and set a new password.",

  "passwordChanged.subject": "Your password was changed",
  "passwordChanged.text": "your account now has a new password.",

  "factorChanged.subject": "Your sign-in settings were changed",
  "factorChanged.none": "signing in no longer asks for a code. Your password alone is enough.",
  "factorChanged.totp": "signing in now asks for a code from your authenticator app.",
  "factorChanged.email": "signing in now asks for a code sent by email.",

  "newSignIn.subject": "New sign-in to your account",
  "newSignIn.text": "someone signed in to your account with {{device}} on {{when}}.",

  "fortyTwoLinked.subject": "42 was linked to your account",
  "fortyTwoLinked.text": "from now on you can also sign in with 42.",

  "fortyTwoUnlinked.subject": "42 was unlinked from your account",
  "fortyTwoUnlinked.text": "you can no longer sign in to this account with 42.",
};
