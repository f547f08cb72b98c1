/**
 * What a shop says about words: extension files, stop words and synonyms beside the bundled
 * lexicon, as one immutable {@link WordBook} that is read whole, checked, published under its
 * content hash and swapped as one reference. Entry: {@link WordBook#read} and {@link
 * WordBookStore}.
 *
 * <p>A folder of plain text in UTF-8, {@code #} starts a comment:
 *
 * <pre>
 * brand.dic, product.dic, user.dic, any *.dic   a word a line, as IK has it, or word frequency tag, as jieba has it
 * removed.dic                                   words of the bundled lexicon that shall be none
 * stop.dic                                      words that a query leaves out
 * synonyms.txt                                  Solr's format: a,b,c or a,b=>c
 * </pre>
 */
@NullMarked
package io.xunbao.ikdict.wordbook;

import org.jspecify.annotations.NullMarked;
