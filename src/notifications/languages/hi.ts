import type { Sentences } from "./en"

// A text message in this script holds 70 characters, of which the line for browsers takes some 27.
export const hi: Sentences = {
  "duration.minutes": "{minutes, plural, one {# मिनट} other {# मिनट}}",
  "duration.hours": "{hours, plural, one {# घंटे} other {# घंटे}}",
  "place.shop": "{shop_host} पर",
  "place.unnamed": "हमारी दुकान पर",
  greeting: "नमस्ते,",
  "link.copy": "बटन काम नहीं कर रहा? तो यह लिंक कॉपी करें:",
  "footer.entered":
    "यह संदेश अपने-आप भेजा गया है, क्योंकि यह पता {place} दर्ज किया गया था।",
  "footer.account":
    "यह संदेश अपने-आप भेजा गया है, क्योंकि यह पता {place} बने एक खाते का है।",
  "footer.former":
    "यह संदेश अपने-आप भेजा गया है, क्योंकि यह पता {place} बने एक खाते का था।",

  "code.expiry": "यह {duration} में समाप्त हो जाएगा और केवल एक बार काम करेगा।",
  "code.secrecy":
    "यह कोड किसी को न बताएँ: हमारी दुकान से कोई भी इसे आपसे कभी नहीं माँगेगा।",
  "code.sms.expiry": "यह {duration} तक मान्य है।",
  "code.sms.secrecy": "किसी को न बताएँ।",

  "verification.subject": "आपका सत्यापन कोड",
  "verification.purpose":
    "यह पुष्टि करने के लिए कि यह आप ही हैं, {place} यह कोड डालें।",
  "verification.repudiation":
    "आपने कोड नहीं माँगा था? तो इस संदेश को अनदेखा करें: कोड के बिना कुछ नहीं होगा।",
  "verification.sms": "{code} आपका सत्यापन कोड है।",
  "verification.sms.shop": "{code} {shop_host} के लिए आपका सत्यापन कोड है।",

  "login.subject": "आपका लॉगिन कोड",
  "login.purpose": "लॉग इन करने के लिए {place} यह कोड डालें।",
  "login.repudiation":
    "आपने लॉग इन करने की कोशिश नहीं की थी? तो इस संदेश को अनदेखा करें: कोड के बिना कोई अंदर नहीं आ सकता।",
  "login.sms": "{code} आपका लॉगिन कोड है।",
  "login.sms.shop": "{code} {shop_host} के लिए आपका लॉगिन कोड है।",

  "account_deletion_request.subject": "अपना खाता हटाने की पुष्टि करें",
  "account_deletion_request.purpose":
    "अपना खाता हटाने के लिए {place} यह कोड डालें।",
  "account_deletion_request.repudiation":
    "आपने यह नहीं माँगा था? तो कोई और आपके खाते में लॉग इन है: कोड किसी को न बताएँ और अपना पासवर्ड बदलें।",
  "account_deletion_request.sms": "{code} आपका खाता हटाने का कोड है।",
  "account_deletion_request.sms.shop":
    "{code} {shop_host} पर आपका खाता हटाने का कोड है।",

  "account_deletion_cancel.subject": "अपना खाता बनाए रखें",
  "account_deletion_cancel.purpose":
    "अपना खाता हटाना रद्द करने के लिए {place} यह कोड डालें।",
  "account_deletion_cancel.repudiation":
    "आपने कोड नहीं माँगा था? तो इस संदेश को अनदेखा करें: कोड के बिना खाता हटाने का अनुरोध बना रहेगा।",
  "account_deletion_cancel.sms": "{code} आपका खाता बनाए रखने का कोड है।",
  "account_deletion_cancel.sms.shop":
    "{code} {shop_host} पर आपका खाता बनाए रखने का कोड है।",

  "password_reset.subject": "अपना पासवर्ड रीसेट करें",
  "password_reset.heading": "नया पासवर्ड सेट करें",
  "password_reset.purpose":
    "किसी ने {place} आपके खाते के लिए नया पासवर्ड सेट करने का अनुरोध किया है।",
  "password_reset.invitation": "अगर वह आप थे, तो इस लिंक का उपयोग करें:",
  "password_reset.button": "नया पासवर्ड सेट करें",
  "password_reset.expiry":
    "यह {duration} में समाप्त हो जाएगा और केवल एक बार काम करेगा।",
  "password_reset.repudiation":
    "आपने यह नहीं माँगा था? तो इस संदेश को अनदेखा करें: आपका पासवर्ड वैसा ही रहेगा।",

  "contact_changed.subject":
    "आपका {contact, select, phone {फ़ोन नंबर} other {ईमेल पता}} बदल दिया गया है",
  "contact_changed.change":
    "{place} आपके खाते का {contact, select, phone {फ़ोन नंबर} other {ईमेल पता}} बदलकर {masked_value} कर दिया गया है।",
  "contact_changed.advice":
    "यह आप नहीं थे? तो कोई और आपके खाते का उपयोग कर सकता है: तुरंत दुकान से संपर्क करें। अगर आप अब भी लॉग इन कर सकते हैं, तो अपना पासवर्ड भी बदलें।",
  "contact_changed.undo":
    "यह आप नहीं थे? तो कोई और आपके खाते का उपयोग कर सकता है। यह लिंक {own, select, yes {आपका पता वापस ला देता है} other {बदलाव को वापस ले लेता है}}, हर लॉगिन समाप्त कर देता है और पासवर्ड को अमान्य कर देता है; उसके बाद नया पासवर्ड सेट करें। यह केवल एक बार, {duration} के भीतर काम करेगा:",
  "contact_changed.button": "बदलाव वापस लें",
  "contact_changed.calm": "यह आप थे? तो कुछ करने की ज़रूरत नहीं है।",
  "contact_changed.sms":
    "आपका {contact, select, phone {नंबर} other {ईमेल}} बदलकर {masked_value} हुआ।",
  "contact_changed.sms.shop":
    "{shop_host} पर आपका {contact, select, phone {नंबर} other {ईमेल}} बदलकर {masked_value} हुआ।",
  "contact_changed.sms.unnamed":
    "आपका {contact, select, phone {नंबर} other {ईमेल}} बदल दिया गया है।",
  "contact_changed.sms.short":
    "{contact, select, phone {नंबर} other {ईमेल}} बदला गया।",
  "contact_changed.sms.advice": "आप नहीं? दुकान से संपर्क करें।",
  "contact_changed.sms.password": "फिर पासवर्ड बदलें।",
  "contact_changed.sms.undo": "आप नहीं थे? वापस लें: {undo_url}",
  "contact_changed.sms.undo_short": "वापस लें: {undo_url}",

  "contact_added.subject":
    "आपके खाते में एक {contact, select, phone {फ़ोन नंबर} other {ईमेल पता}} जोड़ा गया है",
  "contact_added.change":
    "{place} आपके खाते में {contact, select, phone {फ़ोन नंबर} other {ईमेल पता}} {masked_value} जोड़ा गया है।",
  "contact_added.sms":
    "आपके खाते में {contact, select, phone {नंबर} other {ईमेल}} {masked_value} जुड़ा।",
  "contact_added.sms.shop":
    "{shop_host} पर आपके खाते में {contact, select, phone {नंबर} other {ईमेल}} {masked_value} जुड़ा।",
  "contact_added.sms.unnamed":
    "आपके खाते में एक {contact, select, phone {नंबर} other {ईमेल}} जुड़ा है।",
  "contact_added.sms.short":
    "नया {contact, select, phone {नंबर} other {ईमेल}} जुड़ा।",

  "contact_restored.subject": "आपका ईमेल पता एक खाते से हटा दिया गया है",
  "contact_restored.change":
    "{place} बने एक खाते का पता बदलकर यह ईमेल किया गया था; उसके मालिक ने वह बदलाव वापस ले लिया है।",
  "contact_restored.effect": "इस पते से अब वह खाता नहीं खुलता।",
  "contact_restored.calm": "क्या यह ग़लत था? दुकान से संपर्क करें।",
  "contact_restored.sms":
    "{place} बना खाता अब इस नंबर का नहीं है: मालिक ने बदलाव वापस लिया।",
  "contact_restored.sms.short":
    "खाता अब इस नंबर का नहीं है: मालिक ने बदलाव वापस लिया।",

  "contact_taken_off.subject":
    "आपके खाते का {contact, select, phone {फ़ोन नंबर} other {ईमेल पता}} हटा दिया गया है",
  "contact_taken_off.change":
    "{place} आपके खाते में {contact, select, phone {फ़ोन नंबर} other {ईमेल पता}} {masked_value} था, जिसे आपने सत्यापित नहीं किया था। अब किसी और ने उसे सत्यापित कर लिया है, इसलिए वह आपके खाते में नहीं रहा।",
  "contact_taken_off.advice":
    "क्या वह आपका है? तो वहाँ भेजा गया कोड आपके सिवा कोई नहीं पढ़ सकता था: दुकान से संपर्क करें। नहीं तो अपने खाते में कोई दूसरा {contact, select, phone {फ़ोन नंबर} other {ईमेल पता}} डालें और उसे सत्यापित करें।",
  "contact_taken_off.sms":
    "{contact, select, phone {नंबर} other {ईमेल}} {masked_value} आपके खाते से हटा: किसी और ने सत्यापित किया।",
  "contact_taken_off.sms.shop":
    "{contact, select, phone {नंबर} other {ईमेल}} {masked_value} {shop_host} पर आपके खाते से हटा: किसी और ने सत्यापित किया।",
  "contact_taken_off.sms.short":
    "आपके खाते का संपर्क हटा: किसी और ने उसे सत्यापित किया।",

  "account_deletion.when":
    "{scheduled_at, date, long} को {scheduled_at, time, short} बजे (UTC)",
  "account_deletion.sms.when": "{scheduled_at, date, long} को",
  "account_deletion.soon": "जल्द ही",
  "account_deletion_confirmed.subject": "आपका खाता हटा दिया जाएगा",
  "account_deletion_confirmed.notice":
    "{place} आपका खाता {when} हटा दिया जाएगा। तब तक आप लॉग इन कर सकते हैं।",
  "account_deletion_confirmed.advice":
    "आपका मन बदल गया, या यह आप नहीं थे? उस दिन से पहले दुकान पर जाकर इसे रद्द करें: आपको इस पते पर एक कोड मिलेगा और लॉग इन की ज़रूरत नहीं होगी।",
  "account_deletion_confirmed.sms":
    "{place} आपका खाता {when} हट जाएगा। दुकान पर रद्द करें।",
  "account_deletion_confirmed.sms.short": "आपका खाता {when} हट जाएगा।",
  "account_deletion_cancelled.subject": "आपका खाता बना रहेगा",
  "account_deletion_cancelled.notice":
    "{place} आपका खाता हटाना रद्द कर दिया गया है। सब कुछ पहले जैसा है।",
  "account_deletion_cancelled.advice":
    "यह आप नहीं थे? तो दुकान से संपर्क करें: कोई और आपके संदेश पढ़ सकता है।",
  "account_deletion_cancelled.sms":
    "{place} आपका खाता हटाना रद्द हुआ। सब पहले जैसा है।",
  "account_deletion_cancelled.sms.short": "आपका खाता हटाना रद्द हुआ।",
  "account_deletion_completed.subject": "आपका खाता हटा दिया गया है",
  "account_deletion_completed.notice":
    "जैसा आपने कहा था, {place} आपका खाता हटा दिया गया है। क़ानून के अनुसार आपके ऑर्डर दुकान के बहीखाते में रहेंगे।",
  "account_deletion_completed.advice":
    "आप कभी भी इसी संपर्क से फिर से साइन अप कर सकते हैं।",
  "account_deletion_completed.sms":
    "आपके कहने पर {place} आपका खाता हटा दिया गया है।",
  "account_deletion_completed.sms.short": "आपका खाता हटा दिया गया है।",
}
