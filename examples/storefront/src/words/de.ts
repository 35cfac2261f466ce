import type { Words } from "./en"

export const de: Words = {
  contacts: {
    phone: "Telefon",
    email: "E-Mail",
    phoneLabel: "Telefonnummer",
    emailLabel: "E-Mail-Adresse",
    country: "Land",
    by: "Ich nutze",
  },
  form: {
    optional: "freiwillig",
    showPassword: "Passwort anzeigen",
    hidePassword: "Passwort verbergen",
    back: "Zurück",
    cancel: "Abbrechen",
    save: "Speichern",
    goOn: "Weiter",
    busy: "Einen Moment …",
    phoneIncomplete:
      "Diese Nummer ist für das gewählte Land nicht vollständig.",
    emailIncomplete: "Eine E-Mail-Adresse sieht aus wie name@example.com.",
    required: "Bitte ausfüllen.",
    passwordShort: (length) => `Mindestens ${length} Zeichen.`,
  },
  header: { language: "Sprache", account: "Mein Konto" },
  signUp: {
    title: "Konto anlegen",
    intro: "Wir senden Ihnen einen Code, mit dem Sie sich ausweisen.",
    introByCode:
      "Wir senden Ihnen einen Code, jetzt und bei jeder Anmeldung. Das Passwort wird aufbewahrt, falls der Laden einmal danach fragt.",
    firstName: "Vorname",
    lastName: "Nachname",
    password: "Passwort",
    submit: "Konto anlegen",
    haveAccount: "Sie haben schon ein Konto?",
    logIn: "Anmelden",
  },
  logIn: {
    title: "Anmelden",
    password: "Passwort",
    submit: "Anmelden",
    byCode: "Mit einem Code anmelden",
    byCodeIntro:
      "Wir senden Ihnen einen Code. Ein Passwort brauchen Sie nicht.",
    orSignUp: "Anmelden oder Konto anlegen",
    orSignUpIntro:
      "Wir senden Ihnen einen Code. Sind Sie neu hier, legt er Ihr Konto an.",
    byPassword: "Mit dem Passwort anmelden",
    forgot: "Passwort vergessen?",
    noAccount: "Neu hier?",
    signUp: "Konto anlegen",
    cancelDeletion: "Ein Konto behalten, das gelöscht werden soll",
  },
  code: {
    title: "Code eingeben",
    sentTo: "Wir haben einen Code gesendet an",
    maybeSentTo: "Falls es ein Konto gibt, ging ein Code an",
    sentToOther: {
      email:
        "Auch Ihre E-Mail-Adresse muss bestätigt werden. Wir haben einen Code an sie gesendet.",
      phone:
        "Auch Ihre Telefonnummer muss bestätigt werden. Wir haben einen Code an sie gesendet.",
    },
    sentToYou:
      "Wir haben einen Code an Ihre bestätigte E-Mail-Adresse oder Telefonnummer gesendet.",
    label: "Code",
    checked: (length) => `Er wird geprüft, sobald er ${length} Zeichen hat.`,
    submit: "Bestätigen",
    resend: "Neuen Code senden",
    resendIn: (time) => `Neuer Code in ${time}`,
    resent: "Ein neuer Code ist unterwegs. Der alte gilt nicht mehr.",
    sending: "Der Code wird gesendet …",
  },
  secondStep: {
    title: "Zweiter Schritt",
    intro:
      "Öffnen Sie Ihre Authenticator-App und geben Sie den Code ein, den sie zeigt.",
    label: "Code der App",
    submit: "Anmelden",
  },
  account: {
    title: (name) => (name ? `Hallo, ${name}` : "Ihr Konto"),
    loading: "Ihr Konto wird geladen …",
    profile: "Name",
    noName: "Noch kein Name",
    edit: "Bearbeiten",
    editName: "Namen bearbeiten",
    contacts: "Über Sie",
    verified: "Bestätigt",
    notVerified: "Nicht bestätigt",
    none: "Noch keine",
    verify: "Bestätigen",
    change: "Ändern",
    add: "Hinzufügen",
    security: "Sicherheit",
    password: "Passwort",
    changePassword: "Passwort ändern",
    elsewhere: "Andere Geräte",
    elsewhereText: "Überall abmelden, nur hier nicht.",
    signOutElsewhere: "Überall sonst abmelden",
    signOut: "Abmelden",
    leave: "Abschied",
    leaveText: "Das Konto löschen, und was wir über Sie wissen.",
    deleteAccount: "Konto löschen",
    dismiss: "Schließen",
  },
  change: {
    phoneTitle: "Telefonnummer ändern",
    emailTitle: "E-Mail-Adresse ändern",
    addPhoneTitle: "Telefonnummer hinzufügen",
    addEmailTitle: "E-Mail-Adresse hinzufügen",
    intro:
      "Wir senden einen Code an den neuen Kontakt. Bis Sie ihn eingeben, ändert sich nichts; der alte Kontakt bekommt einen Link zum Rückgängigmachen.",
    newPhone: "Neue Telefonnummer",
    newEmail: "Neue E-Mail-Adresse",
    submit: "Code senden",
  },
  undo: {
    title: "Änderung rückgängig machen",
    intro:
      "Der alte Kontakt gilt wieder, alle Geräte werden abgemeldet, und das Passwort verfällt. Danach legen Sie ein neues fest.",
    introByCode:
      "Der alte Kontakt gilt wieder, und alle Geräte werden abgemeldet. Danach melden Sie sich mit einem Code an.",
    submit: "Rückgängig machen",
    doneEmail: "Ihre alte E-Mail-Adresse gilt wieder.",
    donePhone: "Ihre alte Telefonnummer gilt wieder.",
    next: "Legen Sie jetzt ein neues Passwort fest: wer die Änderung gemacht hat, kennt vielleicht das alte.",
    recover: "Neues Passwort festlegen",
    nextByCode:
      "Melden Sie sich mit einem Code an: er geht wieder an den alten Kontakt.",
    broken:
      "Dieser Link ist nicht vollständig. Öffnen Sie ihn noch einmal aus der Nachricht.",
  },
  password: {
    title: "Passwort ändern",
    intro: "Alle anderen Geräte werden abgemeldet.",
    old: "Altes Passwort",
    new: "Neues Passwort",
    submit: "Passwort ändern",
    strength: "Stärke",
    levels: ["Zu kurz", "Schwach", "Mäßig", "Gut", "Stark"],
    advice:
      "Drei oder vier Wörter ohne Zusammenhang sind stark und leicht zu merken.",
  },
  recover: {
    title: "Passwort vergessen?",
    intro:
      "Wir senden Ihnen einen Code, mit dem Sie ein neues Passwort festlegen.",
    submit: "Code senden",
    orLink: "Lieber einen Link per E-Mail",
    linkTitle: "Sehen Sie in Ihr Postfach",
    linkSent: "Falls es ein Konto gibt, ging ein Link an",
    linkWorks: "Er gilt einmal, 15 Minuten lang.",
    setPassword: "Passwort festlegen",
  },
  reset: {
    title: "Neues Passwort festlegen",
    forEmail: "Für das Konto von",
    submit: "Passwort festlegen",
    broken:
      "Dieser Link ist nicht vollständig. Öffnen Sie ihn noch einmal aus der E-Mail.",
    askAgain: "Neuen Link anfordern",
  },
  deletion: {
    title: "Konto löschen",
    intro:
      "Name, Kontakte und Adressen werden gelöscht. Bestellungen bleiben in unseren Büchern, solange das Gesetz es verlangt.",
    reason: "Warum verlassen Sie uns?",
    submit: "Code senden",
    confirm:
      "Mit dem Code bestätigen Sie, dass das Konto gelöscht werden soll.",
    doneTitle: "Das Konto wird gelöscht",
    done: (date) =>
      `Am ${date}. Bis dahin können Sie sich anmelden und es sich anders überlegen.`,
    keep: "Konto behalten",
    toAccount: "Zurück zum Konto",
  },
  cancelDeletion: {
    title: "Konto behalten",
    intro: "Ein Code hält die Löschung auf. Eine Anmeldung ist nicht nötig.",
    submit: "Code senden",
    doneTitle: "Ihr Konto bleibt",
    done: "Die Löschung ist aufgehoben. Alles ist wie zuvor.",
  },
  notices: {
    welcome: "Ihr Konto ist bereit.",
    verified: "Danke, das ist bestätigt.",
    nameSaved: "Ihr Name ist gespeichert.",
    contactChanged:
      "Der neue Kontakt ist gespeichert. Alle anderen Geräte sind abgemeldet.",
    passwordChanged:
      "Das neue Passwort gilt. Alle anderen Geräte sind abgemeldet.",
    passwordSet: "Das neue Passwort gilt. Melden Sie sich damit an.",
    signedOutElsewhere: "Alle anderen Geräte sind abgemeldet.",
    signedOut: "Sie sind abgemeldet.",
    sessionEnded:
      "Sie wurden abgemeldet, weil sich an der Anmeldung etwas geändert hat. Melden Sie sich wieder an.",
    loginNeeded: "Das ist bestätigt. Melden Sie sich an, um fortzufahren.",
  },
  page: {
    notFound: "Hier ist nichts",
    notFoundText: "Vielleicht ist die Adresse falsch geschrieben.",
    home: "Zur ersten Seite",
    offlineTitle: "Der Laden ist nicht erreichbar",
    tryAgain: "Noch einmal versuchen",
  },
  problems: {
    tryAgainIn: (time) => `In ${time} können Sie es wieder versuchen.`,
    tryAgainNow: "Sie können es jetzt wieder versuchen.",
  },
  errors: {
    server_unreachable:
      "Der Laden ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es wieder: Ihre Eingaben bleiben erhalten.",
    unknown_error:
      "Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es in einer Minute wieder.",
    credentials_invalid:
      "Zugang oder Passwort ist falsch. Prüfen Sie beides, oder legen Sie ein neues Passwort fest.",
    login_throttled:
      "Zu viele falsche Passwörter. Warten Sie, oder legen Sie ein neues Passwort fest.",
    identity_exists:
      "Zu diesem Kontakt gibt es schon ein Konto. Melden Sie sich an, oder legen Sie ein neues Passwort fest.",
    already_registered:
      "Zu diesem Kontakt gibt es schon ein Konto. Melden Sie sich an.",
    contact_taken:
      "Dieser Kontakt gehört zu einem anderen Konto. Melden Sie sich dort an, oder nehmen Sie einen anderen.",
    contact_required:
      "Der Laden braucht Ihre Telefonnummer und Ihre E-Mail-Adresse.",
    contact_missing:
      "Ihr Konto hat nichts, woran wir einen Code senden könnten.",
    already_verified: "Das ist schon bestätigt.",
    invalid_body: "Das nimmt der Laden nicht an. Prüfen Sie Ihre Eingabe.",
    provider_not_allowed:
      "So kann man sich hier nicht anmelden. Wählen Sie den anderen Weg.",
    login_method_not_allowed:
      "So kann man sich hier nicht anmelden. Laden Sie die Seite neu, und wählen Sie einen anderen Weg.",
    customer_not_found: "Dieses Konto gibt es nicht mehr.",
    customer_gone: "Dieses Konto wurde gelöscht.",
    verification_not_configured:
      "Diese Art von Kontakt bestätigt der Laden nicht.",
    password_wrong: "Das alte Passwort ist falsch.",
    password_invalid:
      "Dieses Passwort ist nicht möglich. Wählen Sie ein anderes.",
    password_too_short:
      "Dieses Passwort ist zu kurz. Fügen Sie ein Wort hinzu.",
    password_common:
      "Dieses Passwort probieren Angreifer zuerst. Wählen Sie ein anderes.",
    password_not_set:
      "Dieses Konto hat kein Passwort: Sie melden sich anders an.",
    reset_token_invalid:
      "Dieser Link wurde benutzt oder ist abgelaufen. Fordern Sie einen neuen an.",
    account_deletion_scheduled:
      "Die Löschung ist schon vorgesehen. Noch können Sie das Konto behalten.",
    account_deletion_not_found:
      "Diese Löschung gibt es nicht mehr. Fordern Sie sie noch einmal an.",
    account_deletion_not_allowed:
      "An dieser Löschung lässt sich nichts mehr ändern.",
    otp_throttled:
      "Zu viele Codes. Warten Sie etwas, bevor Sie den nächsten anfordern.",
    otp_delivery_failed:
      "Der Code ließ sich nicht senden. Bitte versuchen Sie es noch einmal.",
    otp_invalid:
      "Dieser Code ist falsch. Prüfen Sie ihn und geben Sie ihn noch einmal ein.",
    otp_expired: "Dieser Code ist zu alt. Senden Sie einen neuen.",
    otp_used: "Dieser Code wurde schon benutzt. Senden Sie einen neuen.",
    otp_attempts_exceeded: "Zu viele falsche Codes. Senden Sie einen neuen.",
    otp_token_invalid:
      "Dieser Code gehört nicht zu diesem Schritt. Senden Sie einen neuen.",
    undo_token_invalid:
      "Dieser Link geht nicht. Öffnen Sie ihn noch einmal aus der Nachricht.",
    undo_expired: "Dieser Link ist zu alt. Bitte wenden Sie sich an den Laden.",
    undo_used:
      "Dieser Link wurde schon benutzt: Ihr alter Kontakt gilt wieder.",
    undo_running:
      "Der Kontakt wird gerade geändert. Versuchen Sie es in einer Minute wieder.",
    session_revocation_disabled:
      "Dieser Laden kann Sie auf anderen Geräten nicht abmelden.",
    session_revoked: "Sie wurden abgemeldet. Melden Sie sich wieder an.",
    unauthorized: "Sie sind nicht mehr angemeldet. Melden Sie sich wieder an.",
    mfa_invalid:
      "Dieser Code ist falsch oder zu alt. Geben Sie den ein, den die App jetzt zeigt.",
  },
}
