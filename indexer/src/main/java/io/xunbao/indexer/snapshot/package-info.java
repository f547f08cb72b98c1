/**
 * Published states of the index. An {@link io.xunbao.indexer.snapshot.IndexDirectory} holds
 * generations; each generation holds Lucene shards and the snapshots that were published of them.
 * Readers see snapshots only, all shards of one checkpoint at once:
 *
 * <pre>{@code
 * try (SnapshotReader reader = SnapshotReader.open(IndexDirectory.at(path))) {
 *   new IndexSearcher(reader.reader()).count(query);
 * }
 * }</pre>
 *
 * <pre>
 * INDEX/CURRENT                   the generation that is served
 * INDEX/gen-2/generation.json     what the generation was built with
 * INDEX/gen-2/CURRENT             its newest snapshot
 * INDEX/gen-2/snapshots/N.json    the commits of all shards at checkpoint N
 * INDEX/gen-2/shard-0/            Lucene's files
 * INDEX/gen-2/quarantine.jsonl    records that were refused, as long as the snapshot says
 * </pre>
 */
@NullMarked
package io.xunbao.indexer.snapshot;

import org.jspecify.annotations.NullMarked;
