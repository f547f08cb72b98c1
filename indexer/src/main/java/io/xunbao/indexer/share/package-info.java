/**
 * Published snapshots in a place that several machines reach: {@link
 * io.xunbao.indexer.share.SnapshotSharing} sends them there, a {@link
 * io.xunbao.indexer.share.SnapshotReplica} fetches them, for a search server or for a writer that
 * is restored on another machine. The place itself is a {@link
 * io.xunbao.indexer.share.SharedStore}.
 *
 * <p>A {@link io.xunbao.indexer.share.SnapshotSender} sends beside a writer and never holds it up;
 * {@link io.xunbao.indexer.share.SharedShards} gives a restored writer the commit of its
 * checkpoint.
 *
 * <pre>
 * STORE/words/HISTORY, words/VERSION/          published word books
 * STORE/gen-2/generation.json                  what the generation was built with
 * STORE/gen-2/shard-0/NAME.CHECKSUM            a file of Lucene, sent once
 * STORE/gen-2/quarantine/FROM-TO.CHECKSUM      refused records, in pieces
 * STORE/gen-2/snapshot.json                    the newest snapshot that is whole there
 * STORE/CURRENT                                the generation that is served
 * </pre>
 */
@NullMarked
package io.xunbao.indexer.share;

import org.jspecify.annotations.NullMarked;
