import type { Sentences } from "./en"

// A text message in this script holds 70 characters, of which the line for browsers takes some 27.
export const ar: Sentences = {
  "duration.minutes":
    "{minutes, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} other {# دقيقة}}",
  "duration.hours":
    "{hours, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} other {# ساعة}}",
  "place.shop": "على {shop_host}",
  "place.unnamed": "في متجرنا",
  greeting: "مرحبًا،",
  "link.copy": "لا يعمل الزر؟ انسخ هذا الرابط:",
  "footer.entered": "أُرسلت هذه الرسالة تلقائيًا لأن هذا العنوان أُدخل {place}.",
  "footer.account":
    "أُرسلت هذه الرسالة تلقائيًا لأن هذا العنوان مرتبط بحساب {place}.",
  "footer.former":
    "أُرسلت هذه الرسالة تلقائيًا لأن هذا العنوان كان مرتبطًا بحساب {place}.",

  "code.expiry": "تنتهي صلاحيته خلال {duration} ويُستخدم مرة واحدة فقط.",
  "code.secrecy":
    "لا تشارك هذا الرمز مع أي شخص: لن يطلبه منك أحد من متجرنا أبدًا.",
  "code.sms.expiry": "صالح لمدة {duration}.",
  "code.sms.secrecy": "لا تشاركه.",

  "verification.subject": "رمز التحقق الخاص بك",
  "verification.purpose": "أدخل هذا الرمز {place} لتأكيد هويتك.",
  "verification.repudiation":
    "لم تطلب رمزًا؟ تجاهل هذه الرسالة: لن يحدث شيء من دون الرمز.",
  "verification.sms": "{code} هو رمز التحقق الخاص بك.",
  "verification.sms.shop": "{code} هو رمز التحقق الخاص بك على {shop_host}.",

  "login.subject": "رمز تسجيل الدخول الخاص بك",
  "login.purpose": "أدخل هذا الرمز {place} لتسجيل الدخول.",
  "login.repudiation":
    "لم تحاول تسجيل الدخول؟ تجاهل هذه الرسالة: لا يمكن لأحد الدخول من دون الرمز.",
  "login.sms": "{code} هو رمز دخولك.",
  "login.sms.shop": "{code} هو رمز دخولك إلى {shop_host}.",

  "account_deletion_request.subject": "تأكيد حذف حسابك",
  "account_deletion_request.purpose": "أدخل هذا الرمز {place} لحذف حسابك.",
  "account_deletion_request.repudiation":
    "لم تطلب ذلك؟ هذا يعني أن شخصًا آخر دخل إلى حسابك: احتفظ بالرمز لنفسك وغيّر كلمة المرور.",
  "account_deletion_request.sms": "{code} هو رمز حذف حسابك.",
  "account_deletion_request.sms.shop":
    "{code} هو رمز حذف حسابك على {shop_host}.",

  "account_deletion_cancel.subject": "احتفظ بحسابك",
  "account_deletion_cancel.purpose": "أدخل هذا الرمز {place} لإلغاء حذف حسابك.",
  "account_deletion_cancel.repudiation":
    "لم تطلب رمزًا؟ تجاهل هذه الرسالة: سيبقى الحذف كما هو من دون الرمز.",
  "account_deletion_cancel.sms": "{code} هو رمز الاحتفاظ بحسابك.",
  "account_deletion_cancel.sms.shop":
    "{code} هو رمز الاحتفاظ بحسابك على {shop_host}.",

  "password_reset.subject": "إعادة تعيين كلمة المرور",
  "password_reset.heading": "تعيين كلمة مرور جديدة",
  "password_reset.purpose": "طلب أحدهم تعيين كلمة مرور جديدة لحسابك {place}.",
  "password_reset.invitation": "إذا كنت أنت من طلب ذلك، فاستخدم هذا الرابط:",
  "password_reset.button": "تعيين كلمة مرور جديدة",
  "password_reset.expiry":
    "تنتهي صلاحيته خلال {duration} ويُستخدم مرة واحدة فقط.",
  "password_reset.repudiation":
    "لم تطلب ذلك؟ تجاهل هذه الرسالة: ستبقى كلمة المرور كما هي.",

  "contact_changed.subject":
    "تم تغيير {contact, select, phone {رقم هاتفك} other {بريدك الإلكتروني}}",
  "contact_changed.change":
    "تم تغيير {contact, select, phone {رقم الهاتف} other {البريد الإلكتروني}} لحسابك {place} إلى {masked_value}.",
  "contact_changed.advice":
    "لم تكن أنت؟ هذا يعني أن شخصًا آخر يستطيع استخدام حسابك: تواصل مع المتجر فورًا. وإذا كان لا يزال بإمكانك تسجيل الدخول، فغيّر كلمة المرور أيضًا.",
  "contact_changed.undo":
    "لم تكن أنت؟ هذا يعني أن شخصًا آخر يستطيع استخدام حسابك. هذا الرابط {own, select, yes {يعيد عنوانك} other {يتراجع عن التغيير}} وينهي جميع جلسات الدخول ويبطل كلمة المرور؛ عيّن بعدها كلمة مرور جديدة. يعمل الرابط مرة واحدة خلال {duration}:",
  "contact_changed.button": "التراجع عن التغيير",
  "contact_changed.calm": "كنت أنت؟ لا يلزمك فعل أي شيء.",
  "contact_changed.sms":
    "تم تغيير {contact, select, phone {رقم هاتفك} other {بريدك}} إلى {masked_value}.",
  "contact_changed.sms.shop":
    "تم تغيير {contact, select, phone {رقم هاتفك} other {بريدك}} على {shop_host} إلى {masked_value}.",
  "contact_changed.sms.unnamed":
    "تم تغيير {contact, select, phone {رقم هاتفك} other {بريدك الإلكتروني}}.",
  "contact_changed.sms.short":
    "تم تغيير {contact, select, phone {رقمك} other {بريدك}}.",
  "contact_changed.sms.advice": "لم تكن أنت؟ راجع المتجر فورًا.",
  "contact_changed.sms.password": "ثم غيّر كلمة المرور.",
  "contact_changed.sms.undo": "لم تكن أنت؟ تراجع: {undo_url}",
  "contact_changed.sms.undo_short": "للتراجع: {undo_url}",

  "contact_added.subject":
    "تمت إضافة {contact, select, phone {رقم هاتف} other {بريد إلكتروني}} إلى حسابك",
  "contact_added.change":
    "تمت إضافة {contact, select, phone {رقم الهاتف} other {البريد الإلكتروني}} {masked_value} إلى حسابك {place}.",
  "contact_added.sms":
    "أُضيف {contact, select, phone {الرقم} other {البريد}} {masked_value} إلى حسابك.",
  "contact_added.sms.shop":
    "أُضيف {contact, select, phone {الرقم} other {البريد}} {masked_value} إلى حسابك على {shop_host}.",
  "contact_added.sms.unnamed":
    "أُضيف {contact, select, phone {رقم هاتف} other {بريد إلكتروني}} إلى حسابك.",
  "contact_added.sms.short":
    "أُضيف {contact, select, phone {رقم} other {بريد}} لحسابك.",

  "contact_restored.subject": "تمت إزالة بريدك الإلكتروني من حساب",
  "contact_restored.change":
    "تراجع صاحب حساب {place} عن تغييره إلى هذا البريد الإلكتروني.",
  "contact_restored.effect": "لم يعد هذا العنوان يتيح الدخول إلى الحساب.",
  "contact_restored.calm": "هل هذا خطأ؟ تواصل مع المتجر.",
  "contact_restored.sms":
    "لم يعد الحساب {place} مرتبطًا بهذا الرقم: تراجع صاحبه عن التغيير.",
  "contact_restored.sms.short": "لم يعد هذا الرقم مرتبطًا بالحساب.",

  "contact_taken_off.subject":
    "تمت إزالة {contact, select, phone {رقم الهاتف} other {البريد الإلكتروني}} من حسابك",
  "contact_taken_off.change":
    "كان في حسابك {place} {contact, select, phone {رقم الهاتف} other {البريد الإلكتروني}} {masked_value} من دون أن تتحقق منه. تحقق منه شخص آخر الآن، لذلك لم يعد في حسابك.",
  "contact_taken_off.advice":
    "هل هو لك؟ لا يمكن لأحد غيرك أن يكون قد قرأ الرمز المرسل إليه: تواصل مع المتجر. وإلا فأدخل {contact, select, phone {رقم هاتف} other {بريدًا إلكترونيًا}} آخر في حسابك وتحقق منه.",
  "contact_taken_off.sms":
    "أُزيل {contact, select, phone {الرقم} other {البريد}} {masked_value} من حسابك: تحقق منه شخص آخر.",
  "contact_taken_off.sms.shop":
    "أُزيل {contact, select, phone {الرقم} other {البريد}} {masked_value} من حسابك على {shop_host}: تحقق منه شخص آخر.",
  "contact_taken_off.sms.short": "أُزيلت جهة اتصال من حسابك: تحقق منها شخص آخر.",

  "account_deletion.when":
    "في {scheduled_at, date, long} الساعة {scheduled_at, time, short} (UTC)",
  "account_deletion.sms.when": "في {scheduled_at, date, long}",
  "account_deletion.soon": "قريبًا",
  "account_deletion_confirmed.subject": "سيتم حذف حسابك",
  "account_deletion_confirmed.notice":
    "سيتم حذف حسابك {place} {when}. يمكنك تسجيل الدخول حتى ذلك الحين.",
  "account_deletion_confirmed.advice":
    "غيّرت رأيك، أو لم تكن أنت؟ ألغِ الحذف في المتجر قبل ذلك اليوم: ستتلقى رمزًا على هذا العنوان ولن تحتاج إلى تسجيل الدخول.",
  "account_deletion_confirmed.sms":
    "سيُحذف حسابك {place} {when}. للإلغاء زر المتجر.",
  "account_deletion_confirmed.sms.short": "سيُحذف حسابك {when}.",
  "account_deletion_cancelled.subject": "حسابك باقٍ",
  "account_deletion_cancelled.notice":
    "تم إلغاء حذف حسابك {place}. كل شيء كما كان.",
  "account_deletion_cancelled.advice":
    "لم تكن أنت؟ تواصل مع المتجر: شخص آخر يستطيع قراءة رسائلك.",
  "account_deletion_cancelled.sms":
    "تم إلغاء حذف حسابك {place}. كل شيء كما كان.",
  "account_deletion_cancelled.sms.short": "تم إلغاء حذف حسابك.",
  "account_deletion_completed.subject": "تم حذف حسابك",
  "account_deletion_completed.notice":
    "تم حذف حسابك {place} كما طلبت. تبقى طلباتك في دفاتر المتجر كما يقتضي القانون.",
  "account_deletion_completed.advice":
    "يمكنك التسجيل من جديد في أي وقت بوسيلة الاتصال نفسها.",
  "account_deletion_completed.sms": "تم حذف حسابك {place} كما طلبت.",
  "account_deletion_completed.sms.short": "تم حذف حسابك.",
}
