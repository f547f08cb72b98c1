/**
 * Published snapshots in a place that several machines reach: {@link
 * io.xunbao.indexer.share.SnapshotSharing} sends them there, a {@link
 * io.xunbao.indexer.share.SnapshotReplica} fetches them, for a search server or for a writer that
 * is restored on another machine. The place itself is a {@link
 * io.xunbao.indexer.share.SharedStore}.
 *
 * <pre>
 * STORE/gen-2/generation.json                  what the generation was built with
 * STORE/gen-2/shard-0/NAME.CHECKSUM            a file of Lucene, sent once
 * STORE/gen-2/snapshot.json                    the newest snapshot that is whole there
 * STORE/CURRENT                                the generation that is served
 * </pre>
 */
@NullMarked
package io.xunbao.indexer.share;

import org.jspecify.annotations.NullMarked;
