/** Invented news of generated reports: how an attack is told; `gloss` says what the first wording means. */
export interface Wording {
  readonly gloss: string;
  /** Sentences with `{side}`, `{town}` and `{dead}` in them. */
  readonly sentences: readonly string[];
}

export const WORDINGS: readonly Wording[] = [
  {
    gloss: 'aircraft of SIDE raided the town of TOWN, which led to the death of DEAD civilians',
    sentences: [
      'شنت طائرات {side} غارات جوية على بلدة {town}، ما أدى إلى مقتل {dead} مدنيين',
      'قتل {dead} مدنيين في غارة جوية نفذتها {side} على أطراف {town}',
      'استهدف الطيران الحربي التابع ل{side} بلدة {town} بعدة غارات، وقتل {dead} أشخاص بينهم طفلان',
    ],
  },
  {
    gloss: 'SIDE shelled the town of TOWN with artillery, and DEAD people were killed',
    sentences: [
      'قصفت {side} بالمدفعية الثقيلة بلدة {town}، وقتل {dead} أشخاص',
      'سقط {dead} قتلى وعدد من الجرحى في قصف مدفعي لـ{side} على الأحياء السكنية في {town}',
      'تعرضت {town} لقصف بقذائف الهاون مصدره {side}، أسفر عن مقتل {dead} مدنيين وإصابة آخرين',
    ],
  },
  {
    gloss: 'clashes between SIDE and armed men broke out around TOWN and led to DEAD dead',
    sentences: [
      'اندلعت اشتباكات عنيفة بين {side} ومسلحين في محيط {town}، وأسفرت عن مقتل {dead} عناصر',
      'قتل {dead} عناصر من {side} في اشتباكات مع مسلحين مجهولين قرب {town}',
      'تجددت المواجهات في محيط بلدة {town} بين {side} ومسلحين، وأسفرت عن سقوط {dead} قتلى',
    ],
  },
  {
    gloss: 'a bomb in a car exploded in the town of TOWN and killed DEAD civilians',
    sentences: [
      'انفجرت سيارة مفخخة في سوق بلدة {town}، ما أدى إلى مقتل {dead} مدنيين',
      'قتل {dead} أشخاص وجرح آخرون في انفجار سيارة مفخخة وسط {town} قرب حاجز لـ{side}',
      'هز انفجار سيارة مفخخة {town} وأوقع {dead} قتلى في حصيلة أولية',
    ],
  },
];

/** Sides: regime forces, SDF, the National Army, the Islamic State, Turkish forces. */
export const SIDES = ['قوات النظام', 'قوات سوريا الديمقراطية', 'قوات الجيش الوطني', 'قوات الجيش التركي'];

/** Who says it: the observatory, a local source, the civil defence, nobody. */
export const SAID = ['، وفق المرصد السوري لحقوق الإنسان', '، بحسب مصدر محلي', '، حسبما أفاد الدفاع المدني', ''];

/** Sentences that tell no event, as reports have many: families ask for help, roads, markets, the weather. */
export const OTHERS = [
  'ويعاني سكان المنطقة من نقص في مياه الشرب والكهرباء منذ أشهر.',
  'وناشد الأهالي المنظمات الإنسانية تقديم المساعدة إلى العائلات المحتاجة في القرى المجاورة.',
  'وتشهد أسواق المنطقة ارتفاعا في أسعار المواد الغذائية والمحروقات.',
  'ولم يصدر أي تعليق رسمي حتى الآن.',
  'وتقع البلدة على طريق يربط بين مدن المنطقة، ويمر بها كثير من المسافرين كل يوم.',
];

/** Days of the week from Sunday on. */
export const WEEKDAYS = ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'];
