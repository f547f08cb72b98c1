/**
 * Chinese words for what was typed in pinyin: full syllables, initials, both mixed. Works on the
 * side of the query; the index holds no pinyin. Entry: {@link PinyinIndex}.
 */
@NullMarked
package io.xunbao.ikdict.pinyin;

import org.jspecify.annotations.NullMarked;
