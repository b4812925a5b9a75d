import type { overview as en } from '../en/overview.js';
import type { Same } from '../same.js';

/** In Arabic: the overview and its queues. */
export const overview: Same<typeof en> = {
  overview: {
    title: 'نظرة عامة',
    lede: 'ما تحويه القضية، وما تغيّر منذ زيارتك الأخيرة، وما ينتظر رأيك.',
    holds: 'ما تحويه',
    period: 'المدة',
    changed: 'منذ زيارتك الأخيرة',
    firstVisit: 'هذه زيارتك الأولى على هذا الجهاز.',
    unchanged: 'لم يُقرَّر شيء منذئذ.',
    judge: 'ما ينتظر رأيك',
    allDone: 'لا شيء ينتظر. كل الطوابير فارغة.',
    open: 'مفتوح',
    settled: 'مبتوت',
    readOnly: 'هذه القضية مجلد مبني: لا تُحفظ فيها قرارات.',
    emptyQueue: 'هذا الطابور فارغ.',
    queueHelp: 'ما بُتّ فيه يخرج من الطابور، ويمكن الرجوع عن كل قرار في أي وقت.',
    settle: 'مبتوت كما هو',
    settleReason: 'نُظر فيه؛ والاختلاف باقٍ كما ترويه المصادر.',
    same: 'حدث واحد: ادمج',
    different: 'حدثان: أبقهما منفصلين',
    acceptClaim: 'قُرئ صواباً',
    rejectClaim: 'قُرئ خطأ',
    giveDate: 'أعطِ تاريخاً',
    givePlace: 'أعطِ مكاناً',
    read: 'اقرأ التقرير',
    look: 'انظر الحادثة',
    skip: 'لاحقاً',
    position: (n, total) => `${n} من ${total}`,
  },
  queues: {
    disputes: ['خلافات', 'أقوال لا تصحّ كلها معاً، أو تختلف اختلافاً ينبغي أن يُعرف.'],
    'look-alikes': ['متشابهات', 'حوادث تبدو واحدة. أحدثٌ واحد أم حدثان؟'],
    'failed-checks': ['حسابات لا تستقيم', 'أعداد لا تتّسق وأيام لا تتوافق.'],
    'ambiguous-places': ['أماكن غير مدرجة', 'أسماء ليست في أي جدول للأماكن.'],
    'low-confidence': ['قراءات مشكوك فيها', 'أقوال لا يطمئن القارئ نفسه إليها.'],
    'undated-reports': ['تقارير بلا تاريخ', 'تقارير لا يُعرف يوم نشرها.'],
    'orphaned-decisions': ['قرارات يتيمة', 'قرارات عمّا لم يعد في القضية. لا يُحذف منها شيء.'],
    'coder-disagreements': ['اختلاف المرمّزين', 'أقوال رمّزها شخصان ترميزاً مختلفاً.'],
  },
};
