/**
 * Segmentation beside smartcn, HanLP, jieba, IK and Ansj in one run: {@link
 * io.xunbao.benchmarks.words.SegmentationQuality} for quality, {@link
 * io.xunbao.benchmarks.words.SegmentationSpeed} for speed.
 */
@NullMarked
package io.xunbao.benchmarks.words;

import org.jspecify.annotations.NullMarked;
