package io.xunbao.flinkjobs.products;

import io.xunbao.indexer.snapshot.Generation;
import io.xunbao.indexer.snapshot.IndexDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The generations that a swap leaves behind. */
final class OldGenerations {
  private OldGenerations() {}

  /**
   * Drops the oldest but some. The one that was served until now always stays, and those that came
   * after it: a rollback goes there, and a stream may still be writing.
   *
   * @param before the id of the generation that was served until now
   * @param keep how many stay beside the served one
   */
  static void drop(IndexDirectory index, Optional<String> before, int keep) throws IOException {
    String served = index.served().orElse("");
    List<String> old =
        index.generations().stream().map(Generation::id).filter(id -> !id.equals(served)).toList();
    int from = before.isPresent() ? Math.max(0, old.indexOf(before.get())) : old.size();
    List<String> droppable = old.subList(0, from);
    int excess = Math.min(droppable.size(), Math.max(0, old.size() - keep));
    for (String id : droppable.subList(0, excess)) {
      index.drop(id);
    }
  }
}
