import type { Sentences } from "./en"

export const de: Sentences = {
  "duration.minutes": "{minutes, plural, one {# Minute} other {# Minuten}}",
  "duration.hours": "{hours, plural, one {# Stunde} other {# Stunden}}",
  "place.shop": "auf {shop_host}",
  "place.unnamed": "in unserem Shop",
  greeting: "Guten Tag,",
  "link.copy":
    "Die Schaltfläche funktioniert nicht? Dann kopieren Sie diesen Link:",
  "footer.entered":
    "Automatisch gesendet, weil diese Adresse {place} eingegeben wurde.",
  "footer.account":
    "Automatisch gesendet, weil diese Adresse zu einem Konto {place} gehört.",
  "footer.former":
    "Automatisch gesendet, weil diese Adresse zu einem Konto {place} gehörte.",

  "code.expiry": "Er gilt einmal und läuft nach {duration} ab.",
  "code.secrecy":
    "Geben Sie diesen Code niemals weiter: Niemand aus unserem Shop wird Sie danach fragen.",
  "code.sms.expiry": "Er gilt {duration}.",
  "code.sms.secrecy": "Geben Sie ihn nie weiter.",

  "verification.subject": "Ihr Bestätigungscode",
  "verification.purpose":
    "Geben Sie diesen Code {place} ein, um zu bestätigen, dass Sie es sind.",
  "verification.repudiation":
    "Sie haben keinen Code angefordert? Dann ignorieren Sie diese Nachricht: Ohne den Code geschieht nichts.",
  "verification.sms": "{code} ist Ihr Bestätigungscode.",
  "verification.sms.shop": "{code} ist Ihr Bestätigungscode für {shop_host}.",

  "login.subject": "Ihr Anmeldecode",
  "login.purpose": "Geben Sie diesen Code {place} ein, um sich anzumelden.",
  "login.repudiation":
    "Sie wollten sich nicht anmelden? Dann ignorieren Sie diese Nachricht: Ohne den Code kommt niemand hinein.",
  "login.sms": "{code} ist Ihr Anmeldecode.",
  "login.sms.shop": "{code} ist Ihr Anmeldecode für {shop_host}.",

  "account_deletion_request.subject":
    "Bestätigen Sie die Löschung Ihres Kontos",
  "account_deletion_request.purpose":
    "Geben Sie diesen Code {place} ein, um Ihr Konto zu löschen.",
  "account_deletion_request.repudiation":
    "Sie haben das nicht verlangt? Dann ist jemand anderes in Ihrem Konto angemeldet: Behalten Sie den Code für sich und ändern Sie Ihr Passwort.",
  "account_deletion_request.sms":
    "{code} ist Ihr Code, um Ihr Konto zu löschen.",
  "account_deletion_request.sms.shop":
    "{code} ist Ihr Code, um Ihr Konto auf {shop_host} zu löschen.",

  "account_deletion_cancel.subject": "Behalten Sie Ihr Konto",
  "account_deletion_cancel.purpose":
    "Geben Sie diesen Code {place} ein, um die Löschung Ihres Kontos abzubrechen.",
  "account_deletion_cancel.repudiation":
    "Sie haben keinen Code angefordert? Dann ignorieren Sie diese Nachricht: Ohne den Code bleibt es bei der Löschung.",
  "account_deletion_cancel.sms":
    "{code} ist Ihr Code, um Ihr Konto zu behalten.",
  "account_deletion_cancel.sms.shop":
    "{code} ist Ihr Code, um Ihr Konto auf {shop_host} zu behalten.",

  "password_reset.subject": "Setzen Sie Ihr Passwort zurück",
  "password_reset.heading": "Neues Passwort festlegen",
  "password_reset.purpose":
    "Für Ihr Konto {place} wurde ein neues Passwort angefordert.",
  "password_reset.invitation": "Wenn Sie das waren, nutzen Sie diesen Link:",
  "password_reset.button": "Neues Passwort festlegen",
  "password_reset.expiry": "Er gilt einmal und läuft nach {duration} ab.",
  "password_reset.repudiation":
    "Sie haben das nicht angefordert? Dann ignorieren Sie diese Nachricht: Ihr Passwort bleibt, wie es ist.",

  "contact_changed.subject":
    "Ihre {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} wurde geändert",
  "contact_changed.change":
    "Die {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} Ihres Kontos {place} wurde in {masked_value} geändert.",
  "contact_changed.advice":
    "Das waren nicht Sie? Dann hat jemand anderes Zugriff auf Ihr Konto: Wenden Sie sich sofort an den Shop. Wenn Sie sich noch anmelden können, ändern Sie auch Ihr Passwort.",
  "contact_changed.undo":
    "Das waren nicht Sie? Dann hat jemand anderes Zugriff auf Ihr Konto. Dieser Link {own, select, yes {stellt Ihre Adresse wieder her} other {macht die Änderung rückgängig}}, beendet jede Anmeldung und macht das Passwort ungültig; legen Sie danach ein neues fest. Er gilt einmal, innerhalb von {duration}:",
  "contact_changed.button": "Änderung rückgängig machen",
  "contact_changed.calm": "Das waren Sie? Dann ist nichts zu tun.",
  "contact_changed.sms":
    "Ihre {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} wurde in {masked_value} geändert.",
  "contact_changed.sms.shop":
    "Ihre {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} auf {shop_host} wurde in {masked_value} geändert.",
  "contact_changed.sms.unnamed":
    "Ihre {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} wurde geändert.",
  "contact_changed.sms.short":
    "{contact, select, phone {Nummer} other {E-Mail}} geändert.",
  "contact_changed.sms.advice": "Nicht von Ihnen? Fragen Sie sofort den Shop.",
  "contact_changed.sms.password": "Setzen Sie dann ein neues Passwort.",
  "contact_changed.sms.undo": "Nicht von Ihnen? Rückgängig machen: {undo_url}",
  "contact_changed.sms.undo_short": "Rückgängig: {undo_url}",

  "contact_added.subject":
    "Ihrem Konto wurde eine {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} hinzugefügt",
  "contact_added.change":
    "Die {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} {masked_value} wurde Ihrem Konto {place} hinzugefügt.",
  "contact_added.sms":
    "Die {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} {masked_value} wurde Ihrem Konto hinzugefügt.",
  "contact_added.sms.shop":
    "Die {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} {masked_value} wurde Ihrem Konto auf {shop_host} hinzugefügt.",
  "contact_added.sms.unnamed":
    "Ihrem Konto wurde eine {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} hinzugefügt.",
  "contact_added.sms.short":
    "{contact, select, phone {Nummer} other {E-Mail}} hinzugefügt.",

  "contact_restored.subject":
    "Ihre E-Mail-Adresse wurde aus einem Konto entfernt",
  "contact_restored.change":
    "Die Umstellung eines Kontos {place} auf diese E-Mail-Adresse wurde von seinem Inhaber rückgängig gemacht.",
  "contact_restored.effect":
    "Mit dieser Adresse ist keine Anmeldung in dem Konto mehr möglich.",
  "contact_restored.calm": "War das falsch? Wenden Sie sich an den Shop.",
  "contact_restored.sms":
    "Das Konto {place} gehört nicht mehr zu dieser Nummer: Sein Inhaber hat die Änderung zurückgenommen. War das falsch? Fragen Sie den Shop.",
  "contact_restored.sms.short":
    "Die Umstellung eines Kontos auf diese Nummer wurde zurückgenommen.",

  "contact_taken_off.subject":
    "Die {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} Ihres Kontos wurde entfernt",
  "contact_taken_off.change":
    "In Ihrem Konto {place} stand die {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} {masked_value}, die Sie nicht bestätigt hatten. Inzwischen hat jemand anderes sie bestätigt; deshalb gehört sie nicht mehr zu Ihrem Konto.",
  "contact_taken_off.advice":
    "Sie gehört Ihnen? Dann kann niemand außer Ihnen den dorthin gesendeten Code gelesen haben: Wenden Sie sich an den Shop. Andernfalls geben Sie in Ihrem Konto eine andere {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} an und bestätigen Sie diese.",
  "contact_taken_off.sms":
    "Die {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} {masked_value} wurde aus Ihrem Konto entfernt: Jemand anderes hat sie bestätigt.",
  "contact_taken_off.sms.shop":
    "Die {contact, select, phone {Telefonnummer} other {E-Mail-Adresse}} {masked_value} wurde aus Ihrem Konto auf {shop_host} entfernt: Jemand anderes hat sie bestätigt.",
  "contact_taken_off.sms.short":
    "Ein Kontakt Ihres Kontos wurde entfernt: Jemand anderes hat ihn bestätigt.",

  "account_deletion.when":
    "am {scheduled_at, date, long} um {scheduled_at, time, short} Uhr UTC",
  "account_deletion.sms.when":
    "am {scheduled_at, date, short} um {scheduled_at, time, short} Uhr UTC",
  "account_deletion.soon": "bald",
  "account_deletion_confirmed.subject": "Ihr Konto wird gelöscht",
  "account_deletion_confirmed.notice":
    "Ihr Konto {place} wird {when} gelöscht. Bis dahin können Sie sich noch anmelden.",
  "account_deletion_confirmed.advice":
    "Sie haben es sich anders überlegt, oder Sie waren es nicht? Brechen Sie die Löschung vorher im Shop ab: Sie erhalten einen Code an diese Adresse und müssen sich nicht anmelden.",
  "account_deletion_confirmed.sms":
    "Ihr Konto {place} wird {when} gelöscht. Waren Sie das nicht, oder wollen Sie es behalten? Brechen Sie im Shop ab.",
  "account_deletion_confirmed.sms.short": "Ihr Konto wird {when} gelöscht.",
  "account_deletion_cancelled.subject": "Ihr Konto bleibt bestehen",
  "account_deletion_cancelled.notice":
    "Die Löschung Ihres Kontos {place} wurde abgebrochen. Alles ist wie zuvor.",
  "account_deletion_cancelled.advice":
    "Das waren nicht Sie? Dann wenden Sie sich an den Shop: Jemand anderes kann Ihre Nachrichten lesen.",
  "account_deletion_cancelled.sms":
    "Die Löschung Ihres Kontos {place} wurde abgebrochen. Alles ist wie zuvor.",
  "account_deletion_cancelled.sms.short":
    "Die Löschung Ihres Kontos wurde abgebrochen.",
  "account_deletion_completed.subject": "Ihr Konto wurde gelöscht",
  "account_deletion_completed.notice":
    "Ihr Konto {place} wurde gelöscht, wie Sie es verlangt haben. Ihre Bestellungen bleiben in den Büchern des Shops, wie es das Gesetz verlangt.",
  "account_deletion_completed.advice":
    "Sie können sich jederzeit mit demselben Kontakt neu registrieren.",
  "account_deletion_completed.sms":
    "Ihr Konto {place} wurde gelöscht, wie Sie es verlangt haben.",
  "account_deletion_completed.sms.short": "Ihr Konto wurde gelöscht.",
}
