package io.xunbao.indexer.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardCopyTest {
  private static final ShardCommit COMMIT = Commits.commit(0, 3);
  private static final String FILE = COMMIT.files().getFirst().name();

  @TempDir Path root;
  private Path from;
  private Path to;

  @BeforeEach
  void begin() throws IOException {
    from = Files.createDirectories(root.resolve("from"));
    to = root.resolve("to");
    Files.writeString(from.resolve(FILE), "content");
  }

  @Test
  void copy_whereLinksExist_sharesTheFile() throws IOException {
    ShardCopy.copy(from, COMMIT, to);
    assertThat(Files.getAttribute(to.resolve(FILE), "unix:nlink")).isEqualTo(2);
  }

  @Test
  void run_linksRefused_copies() throws IOException {
    List<FileSystemException> refusals =
        List.of(
            new FileSystemException("a", "b", "Invalid cross-device link"),
            new FileSystemException("a", "b", "Operation not permitted"),
            new AccessDeniedException("a"));
    for (FileSystemException refusal : refusals) {
      Path copy = root.resolve("copy-" + refusals.indexOf(refusal));
      new ShardCopy(
              (existing, name) -> {
                throw refusal;
              })
          .run(from, COMMIT, copy);
      assertThat(copy.resolve(FILE)).hasContent("content");
      assertThat(Files.getAttribute(copy.resolve(FILE), "unix:nlink")).isEqualTo(1);
    }
  }

  @Test
  void copy_targetIsThereOrSourceIsNot_isNoReasonToCopy() throws IOException {
    ShardCopy.copy(from, COMMIT, to);
    assertThatThrownBy(() -> ShardCopy.copy(from, COMMIT, to))
        .isInstanceOf(FileAlreadyExistsException.class);
    Files.delete(from.resolve(FILE));
    assertThatThrownBy(() -> ShardCopy.copy(from, COMMIT, root.resolve("other")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
