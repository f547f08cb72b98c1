// Pictures for products that have none: a drawing of the kind of product on a tone of its category.
import { svg } from 'lit-html';

const TONES = 12;

const SHAPES = {
  dress: 'M9 3v4L6.500 19.500q5.500 2.500 11 0L15 7V3M9 7q3 2 6 0M8.200 12q3.800 1.600 7.600 0',
  shirt: 'M8.500 4L4 7l2 4 2-1v10h8V10l2 1 2-4-4.500-3q-3.500 3-7 0z',
  coat: 'M8.500 4L4 8v9h3v-5 9h10v-9 5h3V8l-4.500-4L12 8zM12 8v13M9.500 14h-.5M15 14h-.5',
  trousers: 'M7 3h10l1.500 18H14L12 9l-2 12H5.500zM7 6h10',
  shoe: 'M3 17V10q2.500 2 5-.5l6 4.500q6 .5 7 3.500v1.500H3zM3 16.500h18M10.500 11.500l-1.500 1.500M12.500 13l-1.500 1.500',
  bag: 'M5 9h14l1.200 11.500H3.800zM9 12V7.500Q9 4 12 4t3 3.500V12',
  watch: 'M12 7a5 5 0 1 1 0 10 5 5 0 1 1 0-10zM9.500 7.600L10 3h4l.5 4.600M9.500 16.400L10 21h4l.5-4.600M12 9.500V12l1.800 1.200',
  phone: 'M8.500 2.500h7Q17 2.500 17 4v16q0 1.500-1.500 1.500h-7Q7 21.500 7 20V4q0-1.500 1.500-1.500zM11 18.700h2',
  laptop: 'M5 5.500h14v10H5zM3 18.500h18l-1.500-3h-15z',
  headphones: 'M4.500 14v-2a7.500 7.500 0 0 1 15 0v2M4 14h3v6H5.500Q4 20 4 18.500zM20 14h-3v6h1.500q1.500 0 1.500-1.500z',
  screen: 'M3 5h18v12H3zM9 20.500h6M12 17v3.500',
  camera: 'M3 8h4.500L9 5.500h6L16.500 8H21v11H3zM12 10a3.500 3.500 0 1 1 0 7 3.500 3.500 0 1 1 0-7z',
  jar: 'M7 4h10v4H7zM5.500 8h13v9.500q0 2.500-2.500 2.500H8q-2.500 0-2.500-2.500zM9 13.500h6',
  lipstick: 'M9.500 12V6.500L14.500 3v9M8.500 12h7v3h-7zM7.500 15h9v6h-9z',
  bottle: 'M10 3h4v3q3 2 3 5v9.500H7V11q0-3 3-5zM7 14h10',
  kettle: 'M7.500 8h9l2 12.500h-13zM7.500 8q.5-3.500 4.500-3.500T16.500 8M17 11q4-.5 3 5M11 4.500h2',
  cup: 'M5 8h11v7q0 4-4 4H9q-4 0-4-4zM16 10q4-.500 3.500 2.500T16 15M8.500 5V3.500M12.500 5V3.500',
  leaf: 'M5 20Q3.500 7 19.500 4.500 20.500 19 8.500 17.500M5 20q3.500-7.500 9-9.500',
  lamp: 'M8.500 3h7L19 12H5zM12 12v8M8.500 20.500h7',
  sofa: 'M6 9V6.500Q6 5 7.500 5h9Q18 5 18 6.500V9q2.500 0 2.500 2.500V17h-17v-5.500Q3.500 9 6 9zM6 9v4.500h12V9M6 17v2.500M18 17v2.500',
  book: 'M4 5q4-1.500 8 1 4-2.500 8-1v14q-4-1.500-8 1-4-2.500-8-1zM12 6v14',
  ball: 'M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 1 1 0-17zM3.500 12h17M12 3.500q-5 8.500 0 17 5-8.500 0-17',
  bear: 'M12 7a6 6 0 1 1 0 12 6 6 0 1 1 0-12zM7.800 8.500A2.500 2.500 0 1 1 10 6.500M16.200 8.500A2.500 2.500 0 1 0 14 6.500M10 12.500h0M14 12.500h0M10.500 15.500q1.500 1 3 0',
  paw: 'M12 12q4.500 3 4 6t-4 2-4-2 4-6zM7 10h0M10 6.500h0M14 6.500h0M17 10h0',
  gift: 'M3.500 8h17v4h-17zM5 12h14v8.500H5zM12 8v12.500M12 8Q8 3 7 5.500T12 8q4-5 5-2.500T12 8',
};

const KINDS = [
  [/裙|dress|skirt/i, 'dress'],
  [/羽绒|外套|大衣|夹克|风衣|coat|jacket/i, 'coat'],
  [/裤|trouser|jean|pants/i, 'trousers'],
  [/鞋|靴|shoe|boot|sneaker/i, 'shoe'],
  [/耳机|音箱|headphone|earbud|speaker/i, 'headphones'],
  [/手机|phone/i, 'phone'],
  [/电脑|笔记本|平板|键盘|鼠标|laptop|notebook|tablet|keyboard/i, 'laptop'],
  [/电视|显示器|television|monitor|screen|\btv\b/i, 'screen'],
  [/相机|摄像|camera/i, 'camera'],
  [/手表|腕表|watch/i, 'watch'],
  [/口红|唇|lipstick/i, 'lipstick'],
  [/霜|精华|面膜|妆|粉底|乳液|眼影|cream|beauty|cosmetic/i, 'jar'],
  [/洗发|沐浴|香水|洗衣|护发|油|酒|饮料|bottle|shampoo|perfume/i, 'bottle'],
  [/水壶|电饭|锅|榨汁|空气炸|厨|kettle|cooker|kitchen/i, 'kettle'],
  [/杯|咖啡|cup|mug|coffee/i, 'cup'],
  [/茶|零食|食品|坚果|水果|米|tea|snack|food/i, 'leaf'],
  [/灯|lamp|light/i, 'lamp'],
  [/沙发|床|椅|桌|柜|家具|被|枕|sofa|chair|furniture|bedding/i, 'sofa'],
  [/书|笔|文具|book|pen/i, 'book'],
  [/宠物|猫|狗|pet|cat|dog/i, 'paw'],
  [/玩具|婴|母婴|童|奶粉|toy|baby/i, 'bear'],
  [/球|运动|健身|瑜伽|帐篷|户外|sport|fitness/i, 'ball'],
  [/包|箱|bag|luggage/i, 'bag'],
  [/衣|衫|恤|女装|男装|shirt|wear|cloth/i, 'shirt'],
];

const DYES = [
  [/粉|pink/i, 'pink'],
  [/红(?!外)|\bred\b/i, 'red'],
  [/橙|橘|orange/i, 'orange'],
  [/金色|香槟|gold/i, 'gold'],
  [/黄|yellow/i, 'yellow'],
  [/绿(?!茶)|green/i, 'green'],
  [/蓝(?!牙)|青色|blue(?!tooth)|navy/i, 'blue'],
  [/紫|purple|violet/i, 'purple'],
  [/棕|咖色|卡其|驼|褐|brown|khaki/i, 'brown'],
  [/黑|black/i, 'black'],
  [/灰|银|grey|gray|silver/i, 'grey'],
  [/白(?!鹅|鸭)|米色|杏色|white|ivory/i, 'white'],
];

const hash = (text) => {
  let value = 2166136261; // FNV-1a
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 16777619);
  }
  return value >>> 0;
};

const kindOf = (texts) => {
  for (const text of texts) {
    const kind = KINDS.find(([words]) => words.test(text));
    if (kind) return kind[1];
  }
  return 'gift';
};

const dyeOf = (text) => DYES.find(([words]) => words.test(text))?.[1];

const drawing = (kind, { tone, variant, dye, caption }) => svg`
  <svg class="art tone-${tone} ${dye ? `dye-${dye}` : ''}" viewBox="0 0 240 240"
    preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
    <rect class="art-ground" width="240" height="240"></rect>
    <circle class="art-sun" cx=${84 + (variant % 4) * 24} cy=${112 + (variant % 3) * 10} r=${86 + (variant % 5) * 4}></circle>
    <ellipse class="art-shade" cx="120" cy="183" rx="52" ry="7"></ellipse>
    <g transform="translate(58.800 55) scale(5.100)"><path class="art-line" d=${SHAPES[kind]}></path></g>
    ${caption ? svg`<text class="art-caption" x="18" y="33">${caption}</text>` : ''}
  </svg>`;

/** The words in which a colour may stand: the title without the brand, which may be called 白鹿. */
const colourWords = (product) => (product.brand
  ? product.title.replaceAll(product.brand, ' ')
  : product.title);

/**
 * The picture of a product: its kind, in the tone of its category and, where its title names one, in
 * its own colour; a little different for each.
 */
export const productArt = (product) => {
  const path = product.category ?? [];
  return drawing(kindOf([...path].reverse().concat(product.title)), {
    tone: (hash(path.join('>') || product.title) + (hash(product.id) % 3)) % TONES,
    variant: hash(product.id),
    dye: dyeOf(colourWords(product)),
    caption: product.brand && product.brand.length <= 14 ? product.brand : null,
  });
};

/** The picture of a category, whose parts are joined by " > ". */
export const categoryArt = (path) =>
  drawing(kindOf(path.split(' > ').reverse()), {
    tone: hash(path.replaceAll(' > ', '>')) % TONES,
    variant: hash(path),
    dye: null,
    caption: null,
  });
